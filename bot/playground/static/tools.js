// The playground's own tools beside the chats: clock, weather, traffic, starting afresh.

import * as api from "./api.js";
import { attempt, confirm, toast } from "./dialogs.js";
import { $, make } from "./dom.js";
import { hoursToMorning } from "./morning.js";
import { onChange } from "./store.js";
import { clockTime, second, t } from "./words.js";

// --- the clock ----------------------------------------------------------------------------------

let now = null;

export async function drawClock() {
  const seen = await api.time().catch(() => null);
  if (!seen) return;
  now = seen.now;
  $("clock-now").textContent = clockTime(now);
}

async function move(hours) {
  await attempt(() => api.moveClock({ hours }));
  await drawClock();
  toast(t("moved", { time: clockTime(now) }));
}

export async function toNextMorning() {
  await drawClock();
  await move(hoursToMorning(now));
}

// --- the drawer ---------------------------------------------------------------------------------

let shown = null;
let opener = null;

function openDrawer(name, button) {
  if (shown === name) {
    closeDrawer();
    return;
  }
  shown = name;
  opener = button;
  $("drawer").hidden = false;
  document.body.classList.add("with-drawer");
  for (const section of $("drawer").querySelectorAll("section")) section.hidden = section.id !== name;
  for (const other of document.querySelectorAll("[data-drawer]")) {
    other.setAttribute("aria-expanded", String(other.dataset.drawer === name));
  }
  $(name).querySelector("h2").focus();
  if (name === "traffic") followTraffic();
  else drawWeather();
}

export function closeDrawer() {
  if (!shown) return;
  shown = null;
  following?.abort();
  $("drawer").hidden = true;
  document.body.classList.remove("with-drawer");
  for (const button of document.querySelectorAll("[data-drawer]")) button.setAttribute("aria-expanded", "false");
  opener?.focus();
}

// --- weather ------------------------------------------------------------------------------------

const KINDS = ["flood", "server_error", "hang", "drop_reply", "refuse", "duplicate_update", "delay_update"];
const CHANCES = [1, 0.5, 0.1];
const SECONDS = { flood: 3, hang: 5, delay_update: 5 };

async function drawWeather() {
  const weather = await attempt(() => api.weather());
  if (weather) showWeather(weather);
}

function showWeather({ rules }) {
  const chance = rules[0]?.chance ?? Number($("weather-chance").value || 1);
  $("weather-chance").replaceChildren(
    ...CHANCES.map((value) => make("option", { value, text: t(`weather-${value}`), selected: value === chance && "" })),
  );
  $("weather-kinds").replaceChildren(
    ...KINDS.map((kind) => {
      const on = rules.some((rule) => rule.kind === kind);
      const box = make("input", { type: "checkbox", role: "switch", name: kind, onchange: changeWeather });
      box.checked = on;
      return make(
        "label",
        { class: "switch" },
        make("span", {}, make("b", { text: t(`kind-${kind}`) }), make("small", { text: t(`kind-${kind}-note`) })),
        box,
      );
    }),
  );
  $("weather-calm").hidden = !rules.length;
  document.body.classList.toggle("stormy", rules.length > 0);
}

function changeWeather() {
  const chance = Number($("weather-chance").value);
  const on = [...$("weather-kinds").querySelectorAll("input:checked")];
  const rules = on.map(({ name }) => ({ method: "*", kind: name, chance, count: null, seconds: SECONDS[name] ?? 1 }));
  return putWeather(rules);
}

async function putWeather(rules) {
  const focused = document.activeElement?.name;
  const weather = await attempt(() => api.setWeather({ seed: 1, rules }));
  if (weather) showWeather(weather);
  $("weather-kinds").querySelector(`[name="${focused}"]`)?.focus();
}

// --- traffic ------------------------------------------------------------------------------------

const MOST_SHOWN = 200;
let following = null;
let lastCall = 0;
let lastUpdate = 0;

async function followTraffic() {
  following = new AbortController();
  const { signal } = following;
  followUpdates();
  while (!signal.aborted) {
    try {
      const { calls } = await api.calls(lastCall, signal);
      calls.forEach(recordCall);
    } catch {
      if (!signal.aborted) await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}

// An update comes with a change in some chat, so it is looked for then.
async function followUpdates() {
  if (shown !== "traffic") return;
  const { updates } = await api.updates(lastUpdate).catch(() => ({ updates: [] }));
  updates.forEach(recordUpdate);
}

function recordCall(call) {
  if (call.number <= lastCall) return;
  lastCall = call.number;
  // A poll that brought nothing, and the updates that one brought, are no news of their own.
  if (call.method.toLowerCase() === "getupdates" && call.answer.ok) return;
  const fault = call.answer.ok ? null : call.answer.error_code;
  entry(call, call.method, "out", fault, [
    [t("traffic-params"), call.params],
    [t("traffic-answer"), call.answer],
  ]);
}

function recordUpdate(update) {
  if (update.number <= lastUpdate) return;
  lastUpdate = update.number;
  entry(update, update.kind, "in", null, [[t("traffic-params"), update.body]]);
}

function entry({ number, at }, name, way, fault, bodies) {
  const direction = t(way === "in" ? "traffic-update" : "traffic-call");
  const line = make(
    "details",
    { class: `traffic-entry ${way} ${fault ? "fault" : ""}`, "data-number": number },
    make(
      "summary",
      {},
      make("span", { class: "way", text: way === "in" ? "↓" : "↑", title: direction, "aria-hidden": "true" }),
      make("span", { class: "unseen", text: `${direction}: ` }),
      make("b", { text: name }),
      fault ? make("span", { class: "code", text: fault }) : null,
      make("time", { text: second(at) }),
    ),
  );
  line.addEventListener("toggle", () => {
    if (line.children.length > 1) return;
    for (const [title, body] of bodies) {
      line.append(make("h3", { text: title }), make("pre", { tabindex: "0", text: JSON.stringify(body, null, 2) }));
    }
  });
  const list = $("traffic-list");
  const older = [...list.children].find((other) => Number(other.dataset.number) < number);
  list.insertBefore(line, older ?? null);
  while (list.children.length > MOST_SHOWN) list.lastChild.remove();
  $("traffic-none").hidden = true;
}

function forgetTraffic() {
  lastCall = 0;
  lastUpdate = 0;
  $("traffic-list").replaceChildren();
  $("traffic-none").hidden = false;
}

// --- afresh -------------------------------------------------------------------------------------

export async function startAfresh(question, yes) {
  if (question && !(await confirm(question, yes))) return false;
  const done = await attempt(() => api.reset());
  if (!done) return false;
  forgetTraffic();
  showWeather({ rules: [] });
  await drawClock();
  return true;
}

export function wireTools() {
  $("to-morning").addEventListener("click", toNextMorning);
  for (const button of document.querySelectorAll("[data-hours]")) {
    button.addEventListener("click", () => move(Number(button.dataset.hours)));
  }
  for (const button of document.querySelectorAll("[data-drawer]")) {
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => openDrawer(button.dataset.drawer, button));
  }
  $("close-drawer").addEventListener("click", closeDrawer);
  $("drawer").addEventListener("keydown", (event) => event.key === "Escape" && closeDrawer());
  $("weather-chance").addEventListener("change", changeWeather);
  $("weather-calm").addEventListener("click", () => putWeather([]));
  $("traffic-faults").addEventListener("change", () =>
    $("traffic-list").classList.toggle("only-faults", $("traffic-faults").checked),
  );
  onChange(followUpdates);
  drawClock();
  setInterval(drawClock, 20_000);
}
