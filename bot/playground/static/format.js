// Formatted text: the Bot API's MessageEntity, every kind, as elements. Never reads markup.

import { icon, make } from "./dom.js";
import { t } from "./words.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LIKE_LINKS = new Set(["mention", "text_mention", "hashtag", "cashtag"]);

// Entities come sorted by place, the longer first; offsets count UTF-16 units, as strings here do.
export function formatted(text, entities, on, from = 0, to = text.length) {
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
    nodes.push(wrapped(entity, text.slice(entity.offset, end), formatted(text, inner, on, entity.offset, end), on));
    at = block && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function wrapped(entity, inside, children, on) {
  switch (entity.type) {
    case "url":
    case "text_link":
      return link(entity.url ?? inside, children, on);
    case "email":
      return make("a", { href: `mailto:${inside}` }, ...children);
    case "phone_number":
      return make("a", { href: `tel:${inside.replaceAll(/[^+\d]/g, "")}` }, ...children);
    case "bot_command":
      return make("button", { class: "link", type: "button", onclick: () => on.command(inside) }, ...children);
    case "code":
      return make("button", { class: "code", type: "button", title: t("copy"), onclick: () => on.copy(inside) }, ...children);
    case "pre":
      return preformatted(entity, inside, children, on);
    case "spoiler":
      return spoiler(children);
    case "expandable_blockquote":
      return expandable(children);
    default:
      if (LIKE_LINKS.has(entity.type)) return make("span", { class: "like-link" }, ...children);
      return make(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

function link(address, children, on) {
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  if (!/^(https?|tg):/i.test(whole)) return make("span", {}, ...children);
  return make(
    "a",
    {
      href: whole,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => {
        if (on.link(whole)) event.preventDefault();
      },
    },
    ...children,
  );
}

function preformatted(entity, inside, children, on) {
  return make(
    "div",
    { class: "pre" },
    make(
      "div",
      { class: "pre-head" },
      make("span", { text: entity.language ?? "" }),
      make("button", { type: "button", text: t("copy"), onclick: () => on.copy(inside) }),
    ),
    make("pre", {}, ...children),
  );
}

function spoiler(children) {
  const hidden = make("span", { class: "spoiler-text", "aria-hidden": "true" }, ...children);
  const cover = make("button", { class: "spoiler", type: "button", "aria-label": t("spoiler") }, hidden);
  cover.addEventListener("click", () => {
    hidden.removeAttribute("aria-hidden");
    hidden.className = "";
    cover.replaceWith(hidden);
  });
  return cover;
}

function expandable(children) {
  const label = (open) => t(open ? "collapse" : "expand");
  const quote = make("blockquote", { class: "folded" }, ...children);
  const fold = make("button", { class: "fold", type: "button", "aria-label": label(false), "aria-expanded": "false" }, icon("down", 16));
  fold.addEventListener("click", () => {
    const open = !quote.classList.toggle("folded");
    fold.setAttribute("aria-expanded", String(open));
    fold.setAttribute("aria-label", label(open));
  });
  return make("div", { class: "expandable" }, quote, fold);
}
