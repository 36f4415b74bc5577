// The page: puts together people, chats, tools and the tour. Keeps who is looked at, nothing else.

import * as api from "./api.js";
import { attempt, choosePerson, toast } from "./dialogs.js";
import { $, drawIcons } from "./dom.js";
import { Pane } from "./pane.js";
import { drawPeople } from "./people.js";
import { look, onChange, personOf, store, watch } from "./store.js";
import { closeDrawer, drawClock, startAfresh, wireTools } from "./tools.js";
import { Tour } from "./tour.js";
import { other, speak, t, write } from "./words.js";

const desk = matchMedia("(min-width: 900px)");
const typing = matchMedia("(min-width: 900px) and (hover: hover)");
const listeners = new Set();

const hands = {
  openLink,
  drawn: () => tour.mark(),
  split: () => split(second.id === null ? store.people.find((person) => person.id !== first.id).id : null),
  close: () => split(null),
};
const first = new Pane(hands);
const second = new Pane(hands, { second: true });
$("panes").append(first.root, second.root);
// The list of people speaks for the chat that was touched last.
let active = first;
for (const pane of [first, second]) {
  for (const event of ["focusin", "pointerdown"]) pane.root.addEventListener(event, () => { active = pane; });
}

const tour = new Tour({
  paneOf,
  show: (id) => (id === second.id ? null : show(id)),
  watch: (listener) => listeners.add(listener),
  unwatch: (listener) => listeners.delete(listener),
});

// --- whose chats are shown ----------------------------------------------------------------------

function paneOf(id) {
  return [first, second].find((pane) => pane.id === id) ?? null;
}

async function show(id) {
  if (id === second.id) await split(null);
  document.body.classList.toggle("open", id !== null);
  if (location.hash.slice(1) !== String(id ?? "")) history.replaceState(null, "", id === null ? " " : `#${id}`);
  await first.show(id);
  draw();
}

async function select(id) {
  const pane = paneOf(id) ?? active;
  if (pane === first) await show(id);
  else await second.show(id).then(draw);
  if (typing.matches) (pane.composer.root.hidden ? pane.part("start") : pane.composer.text).focus();
}

async function split(id) {
  document.body.classList.toggle("split", id !== null);
  active = id === null ? first : second;
  await second.show(id);
  draw();
}

const draw = () => drawPeople([first.id, second.id].filter((id) => id !== null), select);

// --- links to the bot ---------------------------------------------------------------------------

// Returns whether the link was ours: https://t.me/<bot>?start=…
function openLink(address) {
  const target = new URL(address);
  const path = target.pathname.replaceAll("/", "").toLowerCase();
  if (!/^(t|telegram)\.me$/.test(target.hostname) || path !== store.bot.username.toLowerCase()) return false;
  choosePerson(store.people, address).then(async (person) => {
    if (!person) return;
    await select(person.id);
    await attempt(() => api.act(person.id, "open", { link: address }));
  });
  return true;
}

// --- wiring -------------------------------------------------------------------------------------

async function changeLanguage() {
  speak(other());
  await Promise.all(store.people.map((person) => attempt(() => api.act(person.id, "language", { language_code: document.documentElement.lang }))));
  drawAll();
}

function drawAll() {
  document.title = t("title");
  for (const pane of [first, second]) {
    write(pane.root);
    pane.forget();
    pane.update();
  }
  draw();
  drawClock();
  closeDrawer();
  tour.draw();
}

async function afresh() {
  if (!(await startAfresh(t("reset-question"), t("reset-yes")))) return;
  if (tour.at !== null) tour.stop();
  await split(null);
  await show(null);
  toast(t("reset-done"));
}

function wire() {
  for (const id of ["tour-start", "welcome-tour"]) $(id).addEventListener("click", () => tour.start());
  $("welcome-alone").addEventListener("click", () => select(store.people[0].id));
  $("language").addEventListener("click", changeLanguage);
  $("reset").addEventListener("click", afresh);
  $("tools-toggle").addEventListener("click", () => showTools(!document.body.classList.contains("with-tools")));
  $("tools-close").addEventListener("click", () => showTools(false));
  window.addEventListener("hashchange", () => personOf(Number(location.hash.slice(1))) && select(Number(location.hash.slice(1))));
  document.addEventListener("visibilitychange", () => !document.hidden && first.update());
  desk.addEventListener("change", () => split(null));
  onChange(() => {
    draw();
    first.update();
    second.update();
    for (const listener of listeners) listener();
    tour.changed();
  });
}

function showTools(shown) {
  document.body.classList.toggle("with-tools", shown);
  $("tools-toggle").setAttribute("aria-expanded", String(shown));
  (shown ? $("tools-close") : $("tools-toggle")).focus();
}

write();
drawIcons();
document.title = t("title");
wire();
wireTools();
look().then(() => {
  const asked = Number(location.hash.slice(1));
  show(personOf(asked) ? asked : null);
  watch();
});
