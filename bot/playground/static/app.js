// The page: whose chat is open, what arrived, what its person does. Draws through bubbles.js.

import * as api from "./api.js";
import { bubble, dayOf, summary } from "./bubbles.js";
import { $, avatar, make } from "./dom.js";
import { closeMenus, menuButton } from "./menus.js";

const TEXT_LIMIT = 4096;
const state = { bot: null, people: [], current: null, sight: null, editing: null, invitation: "" };
const drawn = new Map();
const waiting = new Map();
const told = new Set();
const drafts = new Map();

// --- the list of people -------------------------------------------------------------------------

async function watch() {
  let after = -1;
  for (;;) {
    try {
      const seen = await api.everybody(after);
      after = seen.revision;
      Object.assign(state, { bot: seen.bot, people: seen.people, invitation: seen.invitation });
      document.body.classList.remove("offline");
      drawPeople();
      const open = personOf(state.current);
      if (open && open.revision !== state.sight?.revision) await refresh();
    } catch {
      document.body.classList.add("offline");
      after = -1;
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}

const personOf = (id) => state.people.find((person) => person.id === id);

function personLine(person, onclick) {
  const current = person.id === state.current;
  const line = make(
    "button",
    { class: "person", type: "button", onclick, "aria-current": current ? "true" : false },
    avatar(person),
    make(
      "span",
      { class: "person-lines" },
      make("b", { text: person.name }),
      make("span", { class: "caption", text: person.caption }),
      make("span", { class: "last", text: summary(person.last) }),
    ),
  );
  if (person.unread && !current) {
    line.append(make("span", { class: "unread", text: person.unread, "aria-label": `nieprzeczytane: ${person.unread}` }));
  }
  return make("li", {}, line);
}

function drawPeople() {
  const focused = [...$("people").children].findIndex((li) => li.contains(document.activeElement));
  $("people").replaceChildren(...state.people.map((p) => personLine(p, () => select(p.id))));
  if (focused >= 0) $("people").children[focused]?.firstChild.focus();
  $("bot-name").textContent = state.bot.first_name;
  $("hint-coordinator").hidden = !state.invitation;
}

// --- one chat -----------------------------------------------------------------------------------

function select(id) {
  if (state.current === id) return;
  if (state.current !== null) drafts.set(state.current, $("text").value);
  stopEditing();
  state.current = id;
  state.sight = null;
  drawn.clear();
  waiting.clear();
  $("messages").replaceChildren();
  $("inline").hidden = true;
  $("toast").classList.remove("shown");
  $("text").value = drafts.get(id) ?? "";
  grow();
  location.hash = id ?? "";
  document.body.classList.toggle("open", id !== null);
  drawPeople();
  if (id !== null) refresh().then(() => wide.matches && $("text").focus());
}

async function refresh() {
  const id = state.current;
  const sight = await api.chat(id);
  if (id !== state.current) return;
  const first = state.sight === null;
  state.sight = sight;
  drawChat(first);
  tell(sight.answers, first);
  drawInline();
  if (personOf(id).unread && !document.hidden) api.act(id, "read");
}

const on = {
  command: (text) => send(text),
  link: (address) => openLink(address),
  tap,
};

function drawChat(first) {
  const { person, messages } = state.sight;
  const list = $("messages");
  const atEnd = first || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const ids = new Set(messages.map((message) => message.message_id));
  for (const [id, { element }] of drawn) {
    if (!ids.has(id)) {
      element.remove();
      drawn.delete(id);
    }
  }
  for (const message of messages) drawMessage(message, list);
  drawDays(messages);
  $("chat-as").textContent = state.sight.action
    ? "pisze…"
    : `jako ${person.name}, ${person.caption}`;
  $("block").textContent = person.blocked ? "Odblokuj" : "Zablokuj";
  $("block").hidden = !person.started;
  $("start").hidden = person.started || person.blocked;
  $("unblock").hidden = !person.blocked;
  $("composer").hidden = !person.started || person.blocked;
  $("commands").hidden = !state.sight.commands.length;
  grow();
  drawCommands();
  drawEmpty(list, messages);
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function drawMessage(message, list) {
  const looks = JSON.stringify(message);
  const old = drawn.get(message.message_id);
  if (old?.looks === looks) return;
  const element = bubble(message, on);
  if (old) {
    const keys = [...old.element.querySelectorAll(".key")];
    const focused = keys.indexOf(document.activeElement);
    old.element.replaceWith(element);
    if (focused >= 0) (element.querySelectorAll(".key")[focused] ?? $("messages")).focus();
  } else {
    list.append(element);
  }
  drawn.set(message.message_id, { element, looks });
}

function drawDays(messages) {
  for (const old of document.querySelectorAll(".day")) old.remove();
  let day = "";
  for (const message of messages) {
    if (dayOf(message) === day) continue;
    day = dayOf(message);
    drawn.get(message.message_id).element.before(make("div", { class: "day", text: day }));
  }
}

function drawEmpty(list, messages) {
  list.querySelector(".empty")?.remove();
  if (messages.length) return;
  const about = state.sight.description || "Bot jeszcze się nie odezwał. Zacznij rozmowę.";
  list.append(make("div", { class: "empty" }, make("b", { text: state.bot.first_name }), make("p", { text: about })));
}

// --- answers to taps ----------------------------------------------------------------------------

function tell(answers, first) {
  for (const answer of answers) {
    const known = told.has(answer.query_id);
    told.add(answer.query_id);
    waiting.get(answer.query_id)?.classList.remove("waiting");
    waiting.delete(answer.query_id);
    if (known || first || !answer.text) continue;
    if (answer.show_alert) alert(answer.text);
    else toast(answer.text);
  }
}

function alert(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("shown"), 4000);
}

async function attempt(work) {
  try {
    return await work();
  } catch (problem) {
    toast(`Nie udało się: ${problem.message}`);
    return null;
  }
}

async function tap(message, place, key) {
  key.classList.add("waiting");
  const id = state.current;
  const done = await attempt(() => api.act(id, "tap", { message_id: message.message_id, ...place }));
  if (!done?.query_id) key.classList.remove("waiting");
  else if (!told.has(done.query_id)) waiting.set(done.query_id, key);
  if (done?.url && !openLink(done.url)) window.open(done.url, "_blank", "noopener");
  if (done?.copied !== undefined) {
    await navigator.clipboard?.writeText(done.copied);
    toast("Skopiowano");
  }
  if (done?.inline !== undefined) {
    $("text").value = `@${state.bot.username} ${done.inline}`;
    $("text").focus();
    typed();
  }
}

// --- links to the bot ---------------------------------------------------------------------------

// Returns whether the link was ours: https://t.me/<bot>?start=…
function openLink(address) {
  const target = new URL(address);
  const path = target.pathname.replaceAll("/", "").toLowerCase();
  if (!/^(t|telegram)\.me$/.test(target.hostname) || path !== state.bot.username.toLowerCase()) {
    return false;
  }
  $("chooser-link").textContent = address;
  $("chooser-people").replaceChildren(
    ...state.people.map((person) => personLine(person, () => openAs(person.id, address))),
  );
  $("chooser").showModal();
  return true;
}

async function openAs(id, link) {
  $("chooser").close();
  select(id);
  await attempt(() => api.act(id, "open", { link }));
}

// --- writing ------------------------------------------------------------------------------------

const wide = matchMedia("(min-width: 720px) and (hover: hover)");

async function send(text) {
  const id = state.current;
  if (!text.trim()) return;
  if (state.editing) {
    const message_id = state.editing;
    stopEditing();
    await attempt(() => api.act(id, "edit", { message_id, text }));
    return;
  }
  await attempt(() => api.act(id, "say", { text }));
  $("messages").scrollTop = $("messages").scrollHeight;
}

function submit() {
  const text = $("text").value;
  $("text").value = "";
  grow();
  $("inline").hidden = true;
  send(text);
}

function grow() {
  const text = $("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(Math.max(text.scrollHeight, 44), window.innerHeight * 0.4)}px`;
  const parts = Math.ceil(text.value.length / TEXT_LIMIT);
  $("send").title = parts > 1 ? `Wyślij w ${parts} częściach` : "Wyślij";
}

let inlineTimer;
function typed() {
  grow();
  const text = $("text").value;
  clearTimeout(inlineTimer);
  const start = `@${state.bot.username} `;
  if (!text.startsWith(start)) {
    $("inline").hidden = true;
    return;
  }
  const query = text.slice(start.length);
  inlineTimer = setTimeout(() => attempt(() => api.act(state.current, "inline", { query })), 300);
}

function drawInline() {
  const asked = state.sight.inline.at(-1);
  const ours = asked?.results && $("text").value === `@${state.bot.username} ${asked.query}`;
  $("inline").hidden = !ours;
  if (!ours) return;
  const results = asked.results.map((result) =>
    make(
      "article",
      { class: "inline-result" },
      make("b", { text: result.title ?? "Bez tytułu" }),
      make("p", { text: result.description ?? result.input_message_content?.message_text ?? "" }),
    ),
  );
  $("inline").replaceChildren(...(results.length ? results : [make("p", { class: "muted", text: "Brak wyników" })]));
}

function editLast() {
  const mine = state.sight.messages.filter((message) => !message.from.is_bot && message.text);
  if (!mine.length) return;
  state.editing = mine.at(-1).message_id;
  $("text").value = mine.at(-1).text;
  $("editing").hidden = false;
  grow();
}

function stopEditing() {
  if (state.editing) $("text").value = "";
  state.editing = null;
  $("editing").hidden = true;
  grow();
}

function drawCommands() {
  $("commands-menu").replaceChildren(
    ...state.sight.commands.map(({ command, description }) =>
      make(
        "button",
        { type: "button", role: "menuitem", onclick: () => { closeMenus(); send(`/${command}`); } },
        make("b", { text: `/${command}` }),
        make("small", { text: description }),
      ),
    ),
  );
}

// --- files --------------------------------------------------------------------------------------

async function attach(kind) {
  closeMenus();
  const id = state.current;
  if (kind === "sample") {
    await attempt(async () => api.upload(id, await api.sample(), { name: "tabela-A-lubelskie.xlsx" }));
    return;
  }
  $("file").accept = kind === "photo" ? "image/png,image/jpeg" : "";
  $("file").dataset.as = kind;
  $("file").value = "";
  $("file").click();
}

function offer(file, as = "document") {
  if (!file) return;
  const id = state.current;
  $("sending-name").textContent = file.name;
  $("caption").value = "";
  $("sending").returnValue = "";
  $("sending").onclose = () => {
    if ($("sending").returnValue !== "send") return;
    attempt(() => api.upload(id, file, { caption: $("caption").value, as }));
  };
  $("sending").showModal();
  $("caption").focus();
}

// --- the clock and the hints --------------------------------------------------------------------

async function showClock(hours) {
  const { now } = await api.clock(hours);
  const format = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  $("clock").textContent = new Date(now).toLocaleString("pl-PL", { ...format, timeZone: "Europe/Warsaw" });
}

function showHint(shown) {
  $("hint").hidden = !shown;
  $("show-hint").hidden = shown;
  localStorage.setItem("hint", shown ? "shown" : "hidden");
}

// --- wiring -------------------------------------------------------------------------------------

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
$("text").addEventListener("input", typed);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "ArrowUp" && !$("text").value) {
    event.preventDefault();
    editLast();
  } else if (event.key === "Escape") {
    stopEditing();
  }
});
$("stop-editing").addEventListener("click", stopEditing);
$("back").addEventListener("click", () => select(null));
$("start").addEventListener("click", () => attempt(() => api.act(state.current, "open", { link: "" })));
$("unblock").addEventListener("click", () => attempt(() => api.act(state.current, "unblock")));
$("block").addEventListener("click", () =>
  attempt(() => api.act(state.current, state.sight.person.blocked ? "unblock" : "block")),
);
menuButton($("attach"), $("attach-menu"));
menuButton($("commands"), $("commands-menu"));
for (const item of document.querySelectorAll("[data-attach]")) {
  item.addEventListener("click", () => attach(item.dataset.attach));
}
$("file").addEventListener("change", () => offer($("file").files[0], $("file").dataset.as));
$("chat").addEventListener("dragover", (event) => {
  event.preventDefault();
  $("chat").classList.add("dropping");
});
$("chat").addEventListener("dragleave", () => $("chat").classList.remove("dropping"));
$("chat").addEventListener("drop", (event) => {
  event.preventDefault();
  $("chat").classList.remove("dropping");
  offer(event.dataTransfer.files[0]);
});
for (const button of document.querySelectorAll("[data-hours]")) {
  button.addEventListener("click", () => attempt(() => showClock(Number(button.dataset.hours))));
}
$("hide-hint").addEventListener("click", () => showHint(false));
$("show-hint").addEventListener("click", () => showHint(true));
$("open-invitation").addEventListener("click", () => openAs(state.people[0].id, state.invitation));
window.addEventListener("hashchange", () => select(Number(location.hash.slice(1)) || null));

showHint(localStorage.getItem("hint") !== "hidden");
showClock();
setInterval(() => showClock(), 20_000);
api.everybody(-1).then((seen) => {
  Object.assign(state, { bot: seen.bot, people: seen.people, invitation: seen.invitation });
  document.title = `${seen.bot.first_name} na próbę`;
  const asked = Number(location.hash.slice(1));
  select(personOf(asked) ? asked : wide.matches ? seen.people[0].id : null);
  drawPeople();
  watch();
});
