// Writing below a chat: text that grows, files by button, drop and paste, commands, inline queries.

import * as api from "./api.js";
import { isMine } from "./bubbles.js";
import { LIST } from "./cast.js";
import { askHowToSend, attempt } from "./dialogs.js";
import { freshId, make } from "./dom.js";
import { closeMenus, menuButton } from "./menus.js";
import { store } from "./store.js";
import { t } from "./words.js";

const TEXT_LIMIT = 4096;
const INLINE_PAUSE = 300;

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.root = pane.part("writing");
    this.text = pane.part("field");
    this.editing = null;
    this.drafts = new Map();
    this.keysHidden = new Map();
    this.drawn = new Map();
    this.#wire();
  }

  #wire() {
    const part = this.pane.part;
    part("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("paste", (event) => {
      const file = event.clipboardData.files[0];
      if (!file) return;
      event.preventDefault();
      this.offer(file, "photo");
    });
    part("stop-editing").addEventListener("click", () => this.stopEditing());
    for (const name of ["attach", "commands"]) {
      const menu = part(`${name}-menu`);
      menu.id = freshId(name);
      part(name).setAttribute("aria-controls", menu.id);
      menuButton(part(name), menu);
    }
    for (const item of this.root.querySelectorAll("[data-attach]")) {
      item.addEventListener("click", () => this.attach(item.dataset.attach));
    }
    part("file-input").addEventListener("change", () => {
      const input = part("file-input");
      if (input.files[0]) this.offer(input.files[0], input.dataset.as);
    });
    part("keys-toggle").addEventListener("click", () => this.#toggleKeys());
    this.#wireDrop();
  }

  #wireDrop() {
    const root = this.pane.root;
    root.addEventListener("dragover", (event) => {
      event.preventDefault();
      root.classList.add("dropping");
    });
    root.addEventListener("dragleave", (event) => {
      if (!root.contains(event.relatedTarget)) root.classList.remove("dropping");
    });
    root.addEventListener("drop", (event) => {
      event.preventDefault();
      root.classList.remove("dropping");
      const file = event.dataTransfer.files[0];
      if (file && !this.root.hidden) this.offer(file, "document");
    });
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !this.text.value) {
      event.preventDefault();
      this.#editLast();
    } else if (event.key === "Escape") {
      this.stopEditing();
    }
  }

  // --- text ---------------------------------------------------------------------------------------

  leave(id) {
    if (id !== null) this.drafts.set(id, this.editing ? "" : this.text.value);
    this.stopEditing();
  }

  enter(id) {
    this.write(this.drafts.get(id) ?? "", { focus: false });
  }

  write(text, { focus = true } = {}) {
    this.text.value = text;
    this.typed();
    if (focus) this.text.focus();
  }

  submit() {
    const text = this.text.value;
    this.text.value = "";
    this.typed();
    return this.send(text);
  }

  async send(text) {
    if (!text.trim()) return;
    const message_id = this.editing;
    this.stopEditing();
    await (message_id ? this.pane.act("edit", { message_id, text }) : this.pane.act("say", { text }));
    this.pane.toEnd();
  }

  grow() {
    const text = this.text;
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, window.innerHeight * 0.36)}px`;
    const count = Math.max(1, Math.ceil(text.value.length / TEXT_LIMIT));
    const label = t("send-parts", { count });
    this.pane.part("send").title = label;
    this.pane.part("send").setAttribute("aria-label", label);
  }

  typed() {
    this.grow();
    const text = this.text.value;
    this.#suggest(text);
    clearTimeout(this.inlineTimer);
    const start = `@${store.bot?.username} `;
    if (!text.startsWith(start)) {
      this.#hideResults();
      return;
    }
    const query = text.slice(start.length);
    this.inlineTimer = setTimeout(() => this.pane.act("inline", { query }), INLINE_PAUSE);
  }

  #editLast() {
    const mine = this.pane.sight.messages.filter((message) => isMine(message) && message.text);
    if (!mine.length) return;
    this.editing = mine.at(-1).message_id;
    this.pane.part("editing").hidden = false;
    this.write(mine.at(-1).text);
  }

  stopEditing() {
    if (this.editing) this.text.value = "";
    this.editing = null;
    this.pane.part("editing").hidden = true;
    this.grow();
  }

  // --- what the chat offers -----------------------------------------------------------------------

  // Only what changed is drawn anew, so that the focus within it stays.
  draw() {
    if (this.#isNew("commands", this.pane.sight.commands)) this.#drawCommands();
    if (this.#isNew("inline", this.pane.sight.inline)) this.#drawResults();
    if (this.#isNew("keyboard", this.pane.sight.keyboard)) this.#drawKeys();
  }

  #isNew(name, value) {
    const looks = JSON.stringify(value);
    const isNew = this.drawn.get(name) !== looks;
    this.drawn.set(name, looks);
    return isNew;
  }

  #command({ command, description }) {
    return make(
      "button",
      {
        type: "button",
        role: "menuitem",
        onclick: () => {
          closeMenus();
          this.text.value = "";
          this.typed();
          this.send(`/${command}`);
        },
      },
      make("b", { text: `/${command}` }),
      make("small", { text: description }),
    );
  }

  #drawCommands() {
    const { commands } = this.pane.sight;
    this.pane.part("commands").hidden = !commands.length;
    this.pane.part("commands-menu").replaceChildren(...commands.map((command) => this.#command(command)));
  }

  // A text that begins like a command lists those that go on so.
  #suggest(text) {
    const commands = this.pane.sight?.commands ?? [];
    const fitting = /^\/\w*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text.slice(1))) : [];
    const list = this.pane.part("suggestions");
    list.hidden = !fitting.length;
    list.replaceChildren(...fitting.map((command) => this.#command(command)));
    for (const item of list.children) item.removeAttribute("role");
  }

  #hideResults() {
    this.pane.part("results").hidden = true;
  }

  #drawResults() {
    const asked = this.pane.sight.inline.at(-1);
    const ours = asked?.results && this.text.value === `@${store.bot.username} ${asked.query}`;
    this.pane.part("results").hidden = !ours;
    if (!ours) return;
    const results = asked.results.map((result) =>
      make(
        "button",
        { class: "result", type: "button", onclick: () => this.#choose(asked.query_id, result.id) },
        make("b", { text: result.title ?? t("untitled") }),
        make("span", { text: result.description ?? result.input_message_content?.message_text ?? "" }),
      ),
    );
    this.pane.part("results").replaceChildren(...(results.length ? results : [make("p", { text: t("no-results") })]));
  }

  #choose(query_id, result_id) {
    this.write("");
    return this.pane.act("choose", { query_id, result_id });
  }

  #drawKeys() {
    const keyboard = this.pane.sight.keyboard;
    const rows = keyboard?.folded ? [] : (keyboard?.keyboard ?? []);
    const shown = rows.length > 0 && !this.keysHidden.get(this.pane.id);
    const keys = this.pane.part("reply-keys");
    const toggle = this.pane.part("keys-toggle");
    keys.hidden = !shown;
    toggle.hidden = !rows.length;
    toggle.setAttribute("aria-expanded", String(shown));
    this.text.placeholder = keyboard?.input_field_placeholder ?? t("message");
    keys.replaceChildren(
      ...rows.map((row) =>
        make(
          "div",
          { class: "keyboard-row" },
          ...row.map((key) => {
            const button = typeof key === "string" ? { text: key } : key;
            return make("button", {
              class: `key reply ${button.style ?? ""}`,
              type: "button",
              text: button.text,
              onclick: () => this.pane.act("press", { text: button.text }),
            });
          }),
        ),
      ),
    );
  }

  #toggleKeys() {
    this.keysHidden.set(this.pane.id, !this.keysHidden.get(this.pane.id));
    this.#drawKeys();
  }

  // --- files --------------------------------------------------------------------------------------

  async attach(kind) {
    closeMenus();
    if (kind === "table") {
      await this.sendSample();
    } else if (kind === "list") {
      this.write(LIST);
    } else {
      const input = this.pane.part("file-input");
      input.accept = kind === "photo" ? "image/png,image/jpeg" : "";
      input.dataset.as = kind;
      input.value = "";
      input.click();
    }
  }

  sendSample() {
    const id = this.pane.id;
    return attempt(async () => api.upload(id, await api.sample(), { name: api.SAMPLE_NAME }));
  }

  async offer(file, as) {
    const id = this.pane.id;
    const how = await askHowToSend(file, as === "photo" && !file.type.startsWith("image/") ? "document" : as);
    if (how) await attempt(() => api.upload(id, file, how));
  }
}
