// The guided tour: the whole job, a tap per step. Shows what comes next and why, does it through the
// people's side like anybody else, and goes on once the chat shows that it is done — by whomever.

import * as api from "./api.js";
import { ADVISOR, COORDINATOR, EDITORS, HEAD, LIST, PLENIPOTENTIARY, SECRETARY } from "./cast.js";
import { attempt } from "./dialogs.js";
import { $ } from "./dom.js";
import { store } from "./store.js";
import { startAfresh } from "./tools.js";
import { t } from "./words.js";

const PATIENCE = 12_000;

// --- what can be seen in a chat -----------------------------------------------------------------

// Callback data reads grant.version.action.argument (bot/buttons.py); actions never change.
const actionOf = (button) => (button.callback_data ?? "").split(".")[2];
const argumentOf = (button) => button.callback_data.split(".").slice(3).join(".");

// The newest button with one of the actions, with its place: { message, row, column, button }.
function buttonIn(sight, actions, fits = () => true) {
  for (const message of [...(sight?.messages ?? [])].reverse()) {
    const rows = message.reply_markup?.inline_keyboard ?? [];
    for (const [row, buttons] of rows.entries()) {
      for (const [column, button] of buttons.entries()) {
        if (actions.includes(actionOf(button)) && fits(button)) return { message, row, column, button };
      }
    }
  }
  return null;
}

const linksIn = (sight) =>
  (sight?.messages ?? [])
    .filter((message) => message.from.is_bot)
    .flatMap((message) => (message.text ?? "").match(/https:\/\/t\.me\/\S+\?start=\S+/g) ?? []);

// --- the kinds of steps -------------------------------------------------------------------------

const has = (who, ...actions) => (sights) => buttonIn(sights[who], actions) !== null;
const lastHas = (who, ...actions) => (sights) =>
  buttonIn({ messages: sights[who]?.messages.slice(-1) ?? [] }, actions) !== null;
// Whether the newest keyboard has the button: a copy left by bad weather further up does not count.
const onTop = (who, actions) => (sights) => {
  const newest = sights[who]?.messages.filter((message) => message.reply_markup?.inline_keyboard).at(-1);
  return newest !== undefined && buttonIn({ messages: [newest] }, actions) !== null;
};
const hasLinks = (who, count) => (sights) => linksIn(sights[who]).length >= count;

const opens = (key, who, from, number) => ({
  key,
  who,
  sees: from,
  done: has(who, "ai"),
  target: (pane) => (from === who ? pane.part("start") : linkElement(pane, number)),
  async act({ show, sights }) {
    const link = from === who ? store.invitation : linksIn(sights[from])[number];
    await show(who);
    await api.act(who, "open", { link });
  },
});

const taps = (key, who, actions, done, fits) => ({
  key,
  who,
  sees: who,
  done: done ?? ((sights) => !onTop(who, actions)(sights)),
  target: (pane) => keyElement(pane, buttonIn(pane.sight, actions, fits)),
  act: ({ pane, sights }) => press(pane, buttonIn(sights[who], actions, fits)),
});

const says = (key, who, text, done) => ({
  key,
  who,
  sees: who,
  done,
  prepare: (pane) => pane.composer.write(text, { focus: false }),
  target: (pane) => pane.part("composer"),
  act: async ({ pane }) => {
    if (pane.composer.text.value !== text) pane.composer.write(text, { focus: false });
    await pane.composer.submit();
  },
});

const isPicked = (surname) => (sights) =>
  buttonIn(sights[SECRETARY], ["up"], (button) => button.text.includes(surname)) !== null;

const STEPS = [
  opens("tour-link", COORDINATOR, COORDINATOR, 0),
  taps("tour-confirm", COORDINATOR, ["ai"]),
  {
    key: "tour-table",
    who: COORDINATOR,
    sees: COORDINATOR,
    done: has(COORDINATOR, "ia", "ir"),
    target: (pane) => pane.part("attach"),
    act: ({ pane }) => pane.composer.sendSample(),
  },
  taps("tour-import", COORDINATOR, ["ia", "ir"]),
  taps("tour-invitations", COORDINATOR, ["iv"], (sights) => buttonIn(sights[COORDINATOR], ["iv"], argumentOf), (button) => !argumentOf(button)),
  taps("tour-invite-head", COORDINATOR, ["iv"], hasLinks(COORDINATOR, 1), (button) => button.text.includes("Włodaw")),
  taps("tour-invite-advisor", COORDINATOR, ["iv"], hasLinks(COORDINATOR, 2), (button) => button.text.includes("Wrońska")),
  opens("tour-advisor", ADVISOR, COORDINATOR, 1),
  taps("tour-advisor-confirm", ADVISOR, ["ai"]),
  opens("tour-head", HEAD, COORDINATOR, 0),
  taps("tour-head-confirm", HEAD, ["ai"]),
  taps("tour-invite-secretary", HEAD, ["iv"], hasLinks(HEAD, 1)),
  opens("tour-secretary", SECRETARY, HEAD, 0),
  taps("tour-secretary-confirm", SECRETARY, ["ai"]),
  says("tour-name", SECRETARY, PLENIPOTENTIARY, has(SECRETARY, "jn")),
  taps("tour-join", SECRETARY, ["jn"], has(SECRETARY, "bs")),
  taps("tour-basis", SECRETARY, ["bs"], undefined, (button) => argumentOf(button) === "proposal"),
  says("tour-list", SECRETARY, LIST, has(SECRETARY, "lo")),
  taps("tour-read", SECRETARY, ["lo"], has(SECRETARY, "pk")),
  {
    key: "tour-editors",
    who: SECRETARY,
    sees: SECRETARY,
    done: (sights) => EDITORS.every((surname) => isPicked(surname)(sights)),
    target: (pane) => keyElement(pane, buttonIn(pane.sight, ["pk"], (button) => button.text.includes(EDITORS[0]))),
    async act({ pane, until }) {
      for (const surname of EDITORS) {
        const found = buttonIn(pane.sight, ["pk"], (button) => button.text.includes(surname));
        if (found) await press(pane, found);
        await until(isPicked(surname));
      }
    },
  },
  taps("tour-done", SECRETARY, ["dn"], has(SECRETARY, "sd")),
  taps("tour-submit", SECRETARY, ["sd"], (sights) => has(HEAD, "ap")(sights) && lastHas(HEAD, "op", "ap")(sights)),
  { ...taps("tour-letter", HEAD, ["op"], lastHas(HEAD, "ap")), skip: lastHas(HEAD, "ap") },
  taps("tour-approve", HEAD, ["ap"]),
  taps("tour-news", ADVISOR, ["op"], lastHas(ADVISOR, "ac")),
  taps("tour-accept", ADVISOR, ["ac"]),
  says("tour-status", COORDINATOR, "/stan", (sights) => sights[COORDINATOR]?.messages.at(-1)?.from.is_bot),
];

const FINISH = { key: "tour-finish", who: COORDINATOR, sees: COORDINATOR };

// --- where things stand on the page -------------------------------------------------------------

function keyElement(pane, found) {
  if (!found) return null;
  const card = pane.list.querySelector(`[data-id="${found.message.message_id}"]`);
  return card?.querySelectorAll(".keyboard-row")[found.row]?.children[found.column] ?? null;
}

// Whether a thing can be seen whole where it scrolls.
function isInView(element) {
  const frame = (element.closest(".messages") ?? document.documentElement).getBoundingClientRect();
  const place = element.getBoundingClientRect();
  return place.top >= frame.top && place.bottom <= frame.bottom;
}

const linkElement = (pane, number) => [...pane.list.querySelectorAll('a[href*="?start="]')][number] ?? null;

function press(pane, found) {
  const element = keyElement(pane, found);
  return pane.tap(found.message, { row: found.row, column: found.column }, element);
}

// --- the tour -----------------------------------------------------------------------------------

export class Tour {
  // `page` has show(id), paneOf(id), watch(listener) and unwatch(listener).
  constructor(page) {
    this.page = page;
    this.at = null;
    this.busy = false;
    this.sights = {};
    $("tour-next").addEventListener("click", () => this.next());
    $("tour-leave").addEventListener("click", () => this.stop());
  }

  get step() {
    return STEPS[this.at] ?? FINISH;
  }

  async start() {
    const begun = store.people.some((person) => person.started);
    if (begun && !(await startAfresh(t("tour-reset"), t("reset-yes")))) return;
    await this.#to(0);
    $("tour-next").focus();
  }

  stop() {
    this.at = null;
    $("tour").hidden = true;
    document.body.classList.remove("touring");
    this.#mark(null);
    $("tour-start").focus();
  }

  async #to(at) {
    this.at = at;
    this.prepared = false;
    $("tour").hidden = false;
    document.body.classList.add("touring");
    await this.#look();
    if (this.step.skip?.(this.sights)) {
      await this.#to(at + 1);
      return;
    }
    await this.page.show(this.step.sees);
    this.draw();
    this.mark();
  }

  draw() {
    if (this.at === null) return;
    const { key } = this.step;
    const finished = this.step === FINISH;
    $("tour-count").textContent = finished ? "" : t("tour-step", { step: this.at + 1, steps: STEPS.length });
    $("tour-progress").max = STEPS.length;
    $("tour-progress").value = this.at;
    $("tour-what").textContent = t(key);
    $("tour-why").textContent = t(this.slow ? "tour-slow" : `${key}-why`);
    $("tour-next").textContent = t(finished ? "tour-end" : this.slow ? "tour-again" : "tour-next");
    $("tour-next").setAttribute("aria-disabled", String(this.busy));
    $("tour-next").classList.toggle("busy", this.busy);
  }

  // Put the ring around what the step is about; the page was drawn anew.
  mark() {
    if (this.at === null || this.busy) return;
    const { step } = this;
    const pane = this.page.paneOf(step.sees);
    if (!pane?.sight || !step.target) {
      this.#mark(null);
      return;
    }
    if (step.prepare && !this.prepared) {
      this.prepared = true;
      step.prepare(pane);
    }
    this.#mark(step.target(pane));
  }

  #mark(element) {
    const old = document.querySelector(".tour-target");
    if (old !== element) old?.classList.remove("tour-target");
    element?.classList.add("tour-target");
    if (element && !isInView(element)) element.scrollIntoView({ block: "center" });
  }

  async next() {
    if (this.busy) return;
    if (this.step === FINISH) {
      this.stop();
      return;
    }
    const { step, at } = this;
    this.busy = true;
    this.slow = false;
    this.draw();
    await this.page.show(step.sees);
    await this.#look();
    const tools = {
      pane: this.page.paneOf(step.sees),
      sights: this.sights,
      show: (id) => this.page.show(id),
      until: (holds) => this.#until(holds),
    };
    await attempt(() => step.act(tools));
    const done = await this.#until(step.done);
    this.busy = false;
    if (this.at !== at) return;
    this.slow = !done;
    if (done) await this.#to(at + 1);
    else this.draw();
  }

  // Whoever did the step by hand has done it all the same.
  async changed() {
    if (this.at === null || this.busy) return;
    this.mark();
    const { at, step } = this;
    await this.#look();
    if (this.at !== at || this.busy || step === FINISH || !this.#byHand(step)) return;
    await this.#to(at + 1);
  }

  // A step counts as done by hand only if it could still be done when it was announced.
  #byHand(step) {
    if (!step.done(this.sights)) {
      step.open = true;
      return false;
    }
    return step.open === true;
  }

  async #look() {
    const ids = [COORDINATOR, ADVISOR, HEAD, SECRETARY];
    const sights = await Promise.all(ids.map((id) => api.chat(id)));
    ids.forEach((id, n) => {
      this.sights[id] = sights[n];
    });
    if (this.at !== null && this.step !== FINISH && !this.step.done(this.sights)) this.step.open = true;
    this.mark();
  }

  #until(holds) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(false), PATIENCE);
      const look = async () => {
        await this.#look();
        if (holds(this.sights)) finish(true);
      };
      const finish = (done) => {
        clearTimeout(timer);
        this.page.unwatch(look);
        resolve(done);
      };
      this.page.watch(look);
      look();
    });
  }
}
