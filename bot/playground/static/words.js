// The page's words in the language chosen, dates and sizes included. Remembers the choice.

import { en } from "./words/en.js";
import { pl } from "./words/pl.js";

const LANGUAGES = { pl, en };
const LOCALES = { pl: "pl-PL", en: "en-GB" };
const WARSAW = { timeZone: "Europe/Warsaw" };

let language = LANGUAGES[localStorage.getItem("language")] ? localStorage.getItem("language") : "pl";

export const spoken = () => language;
export const other = () => (language === "pl" ? "en" : "pl");

export function speak(chosen) {
  language = chosen;
  localStorage.setItem("language", chosen);
  write();
}

// `t("parts", { count: 3 })`: a text that is a set of plural forms is chosen by its count.
export function t(key, values = {}) {
  let text = LANGUAGES[language][key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  if (typeof text === "object") text = text[new Intl.PluralRules(language).select(values.count)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const has = (key) => key in LANGUAGES[language];

// Whatever carries data-t is written, data-label is named for the eye and the ear.
export function write(root = document) {
  document.documentElement.lang = language;
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = t(element.dataset.label);
  }
  for (const element of root.querySelectorAll("[data-placeholder]")) {
    element.placeholder = t(element.dataset.placeholder);
  }
}

const shown = (moment, format) => moment.toLocaleString(LOCALES[language], { ...format, ...WARSAW });
const moment = (message) => new Date(message.date * 1000);

export const timeOf = (message) => shown(moment(message), { hour: "2-digit", minute: "2-digit" });
export const dayOf = (message) => shown(moment(message), { day: "numeric", month: "long" });
export const shortDay = (message) => shown(moment(message), { day: "numeric", month: "short" });
export const weekday = (message) => shown(moment(message), { weekday: "short" });
export const clockTime = (iso) =>
  shown(new Date(iso), { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
export const second = (iso) => shown(new Date(iso), { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  const [value, unit] = kilobytes < 1024 ? [kilobytes, "KB"] : [kilobytes / 1024, "MB"];
  return `${value.toLocaleString(LOCALES[language], { maximumFractionDigits: 1 })} ${unit}`;
}
