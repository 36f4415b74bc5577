// One message as a bubble: text, files, buttons, ticks. Draws what it is given, remembers nothing.

import { fileAddress } from "./api.js";
import { make } from "./dom.js";
import { formatted } from "./format.js";
import { size, t, timeOf } from "./words.js";

const STYLES = new Set(["primary", "success", "danger"]);

export const isMine = (message) => !message.from.is_bot;

const FILES = ["document", "video", "animation", "audio", "voice", "video_note", "sticker"];
const fileOf = (message) => message[FILES.find((kind) => message[kind])] ?? null;

function file(sent) {
  const { file_id: id, file_name: name = t("file"), file_size: bytes = 0 } = sent;
  return make(
    "a",
    { class: "file", href: fileAddress(id), download: name },
    make("span", { class: "file-kind", "aria-hidden": "true", text: name.includes(".") ? name.split(".").pop().slice(0, 4) : "" }),
    make("span", { class: "file-lines" }, make("b", { text: name }), make("small", { text: `${size(bytes)} · ${t("download")}` })),
  );
}

function photo(message) {
  const { file_id: id, width, height } = message.photo.at(-1);
  return make(
    "a",
    { class: "photo", href: fileAddress(id), target: "_blank", rel: "noopener", "aria-label": t("open-picture") },
    make("img", { src: fileAddress(id), alt: "", width, height }),
  );
}

function keyboard(message, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return make(
    "div",
    { class: "keyboard", role: "group", "aria-label": t("buttons") },
    ...rows.map((buttons, row) =>
      make(
        "div",
        { class: "keyboard-row" },
        ...buttons.map((button, column) =>
          make(
            "button",
            {
              class: `key ${STYLES.has(button.style) ? button.style : ""}`,
              type: "button",
              "data-data": button.callback_data,
              onclick: (event) => on.tap(message, { row, column }, event.currentTarget),
            },
            make("span", { text: button.text }),
            button.url ? make("span", { class: "key-corner", text: "↗", "aria-hidden": "true" }) : null,
          ),
        ),
      ),
    ),
  );
}

function ticks(delivered) {
  const SVG = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", delivered ? "m1 6 3.4 3.6L11 2M8 8.6l1 1L16 2" : "m4 6 3.4 3.6L14 2");
  picture.setAttribute("viewBox", "0 0 17 12");
  picture.setAttribute("class", "ticks");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", t(delivered ? "delivered-to-bot" : "sent"));
  picture.append(path);
  return picture;
}

// The time stands at the end of the last line; an edited message says so before it.
function meta(message, delivered) {
  return make(
    "span",
    { class: "meta" },
    message.edit_date ? make("span", { text: `${t("edited")} ` }) : null,
    make("time", { text: timeOf(message) }),
    isMine(message) ? ticks(delivered) : null,
  );
}

// Telegram's apps do not show the payload of the link by which a chat was started.
const shownText = (message) => (message.text ?? message.caption ?? "").replace(/^\/start \S+$/, "/start");

// Both sides' reactions: {"bot": [...], "person": [...]}.
function reactions(sides) {
  const given = Object.values(sides ?? {}).flat();
  if (!given.length) return null;
  return make("div", { class: "reactions" }, ...given.map((one) => make("span", { text: one.emoji ?? "★" })));
}

export function bubble(message, delivered, sides, on) {
  const text = shownText(message);
  const parts = [make("span", { class: "unseen", text: isMine(message) ? t("me") : `${message.from.first_name}: ` })];
  const origin = message.forward_origin;
  if (origin) {
    const name = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? "";
    parts.push(make("div", { class: "forwarded", text: t("forwarded-from", { name }) }));
  }
  const quoted = message.reply_to_message;
  if (quoted) {
    parts.push(
      make("div", { class: "quoted" }, make("b", { text: quoted.from.first_name }), make("span", { text: summary(quoted) })),
    );
  }
  const sent = fileOf(message);
  if (sent) parts.push(file(sent));
  if (message.photo) parts.push(photo(message));
  if (!text && !sent && !message.photo) parts.push(make("div", { text: summary(message) }));
  const entities = message.entities ?? message.caption_entities ?? [];
  parts.push(make("div", { class: text ? "text" : "text bare" }, ...(text ? formatted(text, entities, on) : []), meta(message, delivered)));
  const looks = ["message", isMine(message) ? "mine" : "theirs", message.photo ? "pictured" : ""].join(" ");
  const given = reactions(sides);
  if (given) parts.push(given);
  const element = make("article", { class: looks, "data-id": message.message_id }, make("div", { class: "bubble" }, ...parts));
  const keys = keyboard(message, on);
  if (keys) element.append(keys);
  return element;
}

// One line for the list of people.
export function summary(message) {
  if (!message) return "";
  const sent = fileOf(message);
  const { contact, location } = message;
  const what = [
    sent && `📎 ${sent.file_name ?? t("file")}`,
    message.photo && `🖼 ${t("picture")}`,
    contact && `👤 ${contact.first_name} ${contact.last_name ?? ""} ${contact.phone_number}`,
    location && `📍 ${location.latitude}, ${location.longitude}`,
    message.pinned_message && t("pinned"),
    shownText(message),
  ];
  return what.filter(Boolean).join(" · ") || t("unseen");
}

export const service = (message) =>
  make("div", { class: "day service", "data-id": message.message_id, text: t("pinned") });
