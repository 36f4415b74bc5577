// Making elements. What people wrote goes in as text nodes only, never as markup.

export const $ = (id) => document.getElementById(id);

export function make(tag, { class: name, text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const PATHS = {
  attach: "m20 11-8.4 8.4a5.2 5.2 0 0 1-7.3-7.3l8.8-8.8a3.4 3.4 0 0 1 4.9 4.9l-8.7 8.7a1.7 1.7 0 0 1-2.4-2.4l7.9-7.9",
  close: "M6 6l12 12M18 6 6 18",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2",
  down: "m6 10 6 6 6-6",
  keys: "M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8",
  language: "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Zm0 0h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18Z",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  reset: "M4 4v6h6M4.6 10A8 8 0 1 1 4 14",
  split: "M4 5h16v14H4zM12 5v14",
  traffic: "M7 20V5m-4 4 4-4 4 4M17 4v15m4-4-4 4-4-4",
  weather: "M7 16h10a4 4 0 0 0 .6-7.96A6 6 0 0 0 6 7.5 4.3 4.3 0 0 0 7 16ZM8.5 20v.01M12.5 20v.01M16.5 20v.01",
};

const SVG = "http://www.w3.org/2000/svg";

// Puts the pictures where the page's own markup names them.
export function drawIcons(root = document) {
  for (const place of root.querySelectorAll("[data-icon]")) place.replaceWith(icon(place.dataset.icon));
}

export function icon(name, size = 24) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const filled = name === "send";
  const looks = {
    d: filled ? "M3 20.5 22 12 3 3.5V10l12 2-12 2z" : PATHS[name],
    fill: filled ? "currentColor" : "none",
    stroke: filled ? "none" : "currentColor",
    "stroke-width": name === "more" ? 3.4 : 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  for (const [key, value] of Object.entries(looks)) path.setAttribute(key, value);
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" })) {
    picture.setAttribute(key, value);
  }
  picture.append(path);
  return picture;
}

// A round button with a picture and a name to be read aloud.
export const iconButton = (name, label, onclick, looks = "") =>
  make("button", { class: `round ${looks}`, type: "button", "aria-label": label, title: label, onclick }, icon(name));

export function avatar(person, looks = "") {
  const letters = [person.first_name, person.last_name].map((name) => [...(name ?? "")][0] ?? "");
  return make("span", { class: `avatar hue-${person.id % 6} ${looks}`, text: letters.join(""), "aria-hidden": "true" });
}

let numbers = 0;
export const freshId = (name) => `${name}-${(numbers += 1)}`;
