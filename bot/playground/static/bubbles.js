// One message as a bubble: entities, buttons, files. Draws what it is given and remembers nothing.

import { fileAddress } from "./api.js";
import { make } from "./dom.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const WARSAW = { timeZone: "Europe/Warsaw" };

// Entities come sorted by place, the longer first; offsets count UTF-16 units, as strings here do.
function formatted(text, entities, on, from = 0, to = text.length) {
  const nodes = [];
  let at = from;
  for (let n = 0; n < entities.length; n += 1) {
    const entity = entities[n];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    const block = BLOCKS.has(entity.type);
    // A block begins and ends its own line, so the line breaks around it would leave gaps.
    const before = text.slice(at, block && text[entity.offset - 1] === "\n" ? entity.offset - 1 : entity.offset);
    if (before) nodes.push(document.createTextNode(before));
    const inner = entities.slice(n + 1).filter((other) => other.offset < end);
    const element = wrapper(entity, text.slice(entity.offset, end), on);
    element.append(...formatted(text, inner, on, entity.offset, end));
    nodes.push(element);
    at = block && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function wrapper(entity, inside, on) {
  switch (entity.type) {
    case "url":
    case "text_link":
      return link(entity.url ?? inside, on);
    case "bot_command":
      return make("button", { class: "link", type: "button", onclick: () => on.command(inside) });
    case "spoiler":
      return make("span", {
        class: "spoiler",
        tabindex: "0",
        onclick: (event) => event.currentTarget.classList.add("shown"),
        onkeydown: (event) => event.key === "Enter" && event.currentTarget.classList.add("shown"),
      });
    case "email":
      return make("a", { href: `mailto:${inside}` });
    default:
      return make(TAGS[entity.type] ?? "span");
  }
}

function link(address, on) {
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  if (!/^(https?|tg):/i.test(whole)) return make("span");
  return make("a", {
    href: whole,
    target: "_blank",
    rel: "noopener noreferrer",
    onclick: (event) => {
      if (on.link(whole)) event.preventDefault();
    },
  });
}

const size = (bytes) =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toLocaleString("pl-PL", { maximumFractionDigits: 1 })} KB`;

function attachment(message) {
  if (message.document) {
    const { file_id: id, file_name: name, file_size: bytes } = message.document;
    return make(
      "a",
      { class: "file", href: fileAddress(id), download: name },
      make("span", { class: "file-kind", text: name.split(".").pop().slice(0, 4), "aria-hidden": "true" }),
      make("span", {}, make("b", { text: name }), make("small", { text: `${size(bytes)} · pobierz` })),
    );
  }
  const photo = message.photo?.at(-1);
  if (!photo) return null;
  const address = fileAddress(photo.file_id);
  return make(
    "a",
    { class: "photo", href: address, target: "_blank", rel: "noopener" },
    make("img", { src: address, alt: "Obraz", width: photo.width, height: photo.height }),
  );
}

function keyboard(message, on) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return make(
    "div",
    { class: "keyboard" },
    ...rows.map((buttons, row) =>
      make(
        "div",
        { class: "keyboard-row" },
        ...buttons.map((button, column) =>
          make("button", {
            class: `key ${button.style ?? ""}`,
            type: "button",
            text: button.url ? `${button.text} ↗` : button.text,
            onclick: (event) => on.tap(message, { row, column }, event.currentTarget),
          }),
        ),
      ),
    ),
  );
}

const time = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString("pl-PL", { hour: "2-digit", minute: "2-digit", ...WARSAW });

export function bubble(message, on) {
  const mine = !message.from.is_bot;
  const text = message.text ?? message.caption ?? "";
  const parts = [make("span", { class: "unseen", text: mine ? "Ty: " : `${message.from.first_name}: ` })];
  if (message.reply_to_message) {
    const quoted = message.reply_to_message;
    parts.push(make("div", { class: "quoted", text: quoted.text ?? quoted.caption ?? "plik" }));
  }
  const file = attachment(message);
  if (file) parts.push(file);
  const entities = message.entities ?? message.caption_entities ?? [];
  if (text) parts.push(make("div", { class: "text" }, ...formatted(text, entities, on)));
  const edited = message.edit_date ? "edytowano " : "";
  parts.push(make("time", { class: "time", text: edited + time(message.date) }));
  const body = make("div", { class: "bubble" }, ...parts);
  const element = make("article", { class: `message ${mine ? "mine" : "theirs"}`, "data-id": message.message_id }, body);
  if (message.reply_markup) element.append(keyboard(message, on));
  return element;
}

export const dayOf = (message) =>
  new Date(message.date * 1000).toLocaleDateString("pl-PL", { day: "numeric", month: "long", ...WARSAW });

// One line for the list of people.
export function summary(message) {
  if (!message) return "";
  const file = message.document ? `${message.document.file_name} ` : message.photo ? "Zdjęcie " : "";
  return `${message.from.is_bot ? "" : "Ty: "}${file}${message.text ?? message.caption ?? ""}`;
}
