// One chat with the bot, as one person sees it on their phone. Several may stand side by side.

import * as api from "./api.js";
import { bubble, isMine, service, summary } from "./bubbles.js";
import { Composer } from "./composer.js";
import { alert, attempt, toast } from "./dialogs.js";
import { $, drawIcons, freshId, iconButton, make } from "./dom.js";
import { closeMenus, menuButton } from "./menus.js";
import { roleOf } from "./people.js";
import { personOf, store, watchDelivery } from "./store.js";
import { dayOf, t, write } from "./words.js";

const NEAR_THE_END = 80;
const GROUP = 300;

export class Pane {
  // `on` has openLink(address) → whether it was ours, opened() after each drawing, and close().
  constructor(on, { second = false } = {}) {
    this.on = on;
    this.id = null;
    this.sight = null;
    this.drawn = new Map();
    this.waiting = new Map();
    this.told = new Set();
    this.unreadFrom = null;
    this.atEnd = true;
    this.root = $("pane-template").content.firstElementChild.cloneNode(true);
    write(this.root);
    drawIcons(this.root);
    const part = (name) => this.root.querySelector(`.${name}`);
    this.list = part("messages");
    this.part = part;
    this.root.dataset.second = second;
    this.composer = new Composer(this);
    this.#wire(second);
  }

  #wire(second) {
    const head = this.part("chat-head");
    const menu = make("div", { class: "menu from-head", id: freshId("more"), hidden: "" });
    this.block = make("button", { type: "button", role: "menuitem", onclick: () => this.#toggleBlock() });
    menu.append(this.block);
    const more = iconButton("more", t("more-actions"), null);
    more.setAttribute("aria-controls", menu.id);
    menuButton(more, menu);
    this.more = more;
    if (second) {
      head.append(more, iconButton("close", t("second-close"), () => this.on.close()));
    } else {
      const split = iconButton("split", t("second-open"), () => this.on.split(), "split");
      head.append(split, more);
    }
    this.root.append(menu);
    this.part("start").addEventListener("click", () => this.begin());
    this.part("unblock").addEventListener("click", () => this.act("unblock"));
    this.part("to-end").addEventListener("click", () => this.toEnd());
    this.list.addEventListener("scroll", () => this.#scrolled());
    // Whoever reads the end goes on reading it when the space grows or shrinks.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.list);
  }

  act(what, body) {
    return attempt(() => api.act(this.id, what, body));
  }

  // Pressing Start: an invited coordinator follows the link that waits.
  begin() {
    return this.act("open", { link: this.#isInvited() ? store.invitation : "" });
  }

  #isInvited() {
    return this.id === store.people[0]?.id && Boolean(store.invitation);
  }

  #toggleBlock() {
    closeMenus();
    return this.act(personOf(this.id).blocked ? "unblock" : "block");
  }

  // --- whose chat ---------------------------------------------------------------------------------

  async show(id) {
    if (this.id === id) return;
    this.composer.leave(this.id);
    this.id = id;
    this.forget();
    this.root.hidden = id === null;
    this.composer.enter(id);
    if (id !== null) await this.refresh();
  }

  // Draw everything anew, as after the language was changed.
  forget() {
    this.sight = null;
    this.unreadFrom = null;
    this.drawn.clear();
    this.waiting.clear();
    this.composer.drawn.clear();
    this.list.replaceChildren();
  }

  async update() {
    if (this.id === null) return;
    const person = personOf(this.id);
    if (!this.sight || person?.revision !== this.sight.revision) await this.refresh();
    else this.#drawHead();
    this.#drawTicks();
  }

  async refresh() {
    const id = this.id;
    let sight;
    try {
      sight = await api.chat(id);
    } catch {
      return; // the watch says that the server is away, and comes back here
    }
    if (id !== this.id || sight.revision < (this.sight?.revision ?? 0)) return;
    const first = this.sight === null;
    const before = this.sight;
    this.sight = sight;
    if (first) this.unreadFrom = this.#firstUnread();
    this.#draw(first);
    this.#tell(sight.answers, first);
    this.composer.draw(before);
    if (sight.person.unread && !document.hidden) api.act(id, "read").catch(() => {});
    const mine = sight.messages.filter(isMine).at(-1);
    if (mine) watchDelivery(mine.message_id);
    this.on.drawn();
  }

  #firstUnread() {
    const { messages, person } = this.sight;
    const theirs = messages.filter((message) => !isMine(message));
    return person.unread && person.unread < theirs.length ? theirs.at(-person.unread).message_id : null;
  }

  // --- drawing ------------------------------------------------------------------------------------

  #draw(first) {
    const { messages } = this.sight;
    const list = this.list;
    if (first) this.atEnd = true;
    const ids = new Set(messages.map((message) => message.message_id));
    for (const [id, { element }] of this.drawn) {
      if (!ids.has(id)) {
        element.remove();
        this.drawn.delete(id);
      }
    }
    list.querySelector(".empty")?.remove();
    for (const message of messages) this.#drawMessage(message);
    this.#drawBetween(messages);
    if (!messages.length) this.#drawEmpty();
    this.#drawPinned();
    this.#drawHead();
    if (this.atEnd) this.toEnd();
    this.#scrolled();
  }

  #drawMessage(message) {
    const sides = this.sight.reactions[message.message_id];
    const looks = JSON.stringify([message, sides]);
    const old = this.drawn.get(message.message_id);
    if (old?.looks === looks) return;
    const element = message.pinned_message
      ? service(message)
      : bubble(message, message.message_id <= store.deliveredUpTo, sides, this.#hands());
    if (old) {
      const keys = [...old.element.querySelectorAll(".key")];
      const focused = keys.indexOf(document.activeElement);
      old.element.replaceWith(element);
      if (focused >= 0) (element.querySelectorAll(".key")[focused] ?? this.list).focus({ preventScroll: true });
    } else {
      this.list.append(element);
    }
    this.drawn.set(message.message_id, { element, looks, message });
  }

  // What a bubble's links and buttons do.
  #hands() {
    return {
      command: (text) => this.act("say", { text }),
      link: (address) => this.on.openLink(address),
      copy: (text) => this.copy(text),
      tap: (message, place, key) => this.tap(message, place, key),
    };
  }

  // Days, the line above what is unread, and which bubble ends a group and so carries the tail.
  #drawBetween(messages) {
    for (const old of this.list.querySelectorAll(".day:not(.service), .unread-line")) old.remove();
    messages.forEach((message, n) => {
      const element = this.drawn.get(message.message_id).element;
      const [before, after] = [messages[n - 1], messages[n + 1]];
      if (!before || dayOf(before) !== dayOf(message)) {
        element.before(make("div", { class: "day", text: dayOf(message) }));
      }
      if (message.message_id === this.unreadFrom) {
        element.before(make("div", { class: "unread-line", text: t("unread-below") }));
      }
      const goesOn = after && isMine(after) === isMine(message) && after.date - message.date < GROUP;
      element.classList.toggle("last-of-group", !goesOn || Boolean(message.reply_markup?.inline_keyboard));
    });
  }

  #drawTicks() {
    for (const [id, entry] of this.drawn) {
      if (!isMine(entry.message) || id > store.deliveredUpTo || entry.delivered) continue;
      entry.delivered = true;
      const fresh = bubble(entry.message, true, null, this.#hands()).querySelector(".ticks");
      entry.element.querySelector(".ticks")?.replaceWith(fresh);
    }
  }

  #drawEmpty() {
    const about = this.sight.description || t("empty-chat");
    const box = make("div", { class: "empty" }, make("b", { text: store.bot.first_name }), make("p", { text: about }));
    if (this.#isInvited()) box.append(make("p", { text: t("empty-invited") }));
    this.list.append(box);
  }

  #drawPinned() {
    const pinned = this.drawn.get(this.sight.pinned.at(-1));
    const bar = this.part("pinned");
    bar.hidden = !pinned;
    if (!pinned) return;
    bar.replaceChildren(make("b", { text: t("pinned-message") }), make("span", { text: summary(pinned.message) }));
    bar.onclick = () => pinned.element.scrollIntoView({ block: "center" });
  }

  #drawHead() {
    const { person, action } = this.sight;
    this.root.setAttribute("aria-label", t("chat", { name: person.name }));
    this.part("bot-name").textContent = store.bot.first_name;
    const actions = { "": t("as", { name: person.name, role: roleOf(person) }), typing: t("action-typing") };
    const known = ["upload_document", "upload_photo"].includes(action) ? t(`action-${action}`) : t("action-other");
    this.part("chat-as").textContent = store.online ? (actions[action] ?? known) : t("connecting");
    this.part("chat-as").classList.toggle("busy", Boolean(action) && store.online);
    this.block.textContent = t(person.blocked ? "unblock" : "block");
    this.more.hidden = !person.started;
    this.part("start").hidden = person.started || person.blocked;
    this.part("start").textContent = t(this.#isInvited() ? "open-invitation" : "start");
    this.part("unblock").hidden = !person.blocked;
    this.composer.root.hidden = !person.started || person.blocked;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    const below = scrollHeight - scrollTop - clientHeight;
    this.atEnd = below < NEAR_THE_END;
    this.part("to-end").hidden = below < 2 * NEAR_THE_END;
  }

  // --- taps ---------------------------------------------------------------------------------------

  async tap(message, place, key) {
    key.classList.add("waiting");
    const done = await this.act("tap", { message_id: message.message_id, ...place });
    if (!done?.query_id) key.classList.remove("waiting");
    else if (!this.told.has(done.query_id)) this.waiting.set(done.query_id, { key, message, place });
    if (done?.url && !this.on.openLink(done.url)) window.open(done.url, "_blank", "noopener");
    if (done?.copied !== undefined) await this.copy(done.copied);
    if (done?.inline !== undefined) this.composer.write(`@${store.bot.username} ${done.inline}`);
  }

  #tell(answers, first) {
    for (const answer of answers) {
      const known = this.told.has(answer.query_id);
      this.told.add(answer.query_id);
      const tapped = this.waiting.get(answer.query_id);
      tapped?.key.classList.remove("waiting");
      this.waiting.delete(answer.query_id);
      if (known || first || !answer.text) continue;
      if (answer.show_alert) alert(answer.text, () => this.#returnTo(tapped));
      else toast(answer.text);
    }
  }

  // After an alert the focus goes back to the button, even if its card was drawn anew meanwhile.
  #returnTo(tapped) {
    if (!tapped || tapped.key.isConnected) return;
    const element = this.drawn.get(tapped.message.message_id)?.element;
    const row = element?.querySelectorAll(".keyboard-row")[tapped.place.row];
    (row?.children[tapped.place.column] ?? this.list).focus();
  }

  async copy(text) {
    const done = await attempt(() => navigator.clipboard.writeText(text).then(() => true));
    if (done) toast(t("copied"));
  }
}
