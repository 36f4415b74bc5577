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
  element.append(...children);
  return element;
}

export function avatar(person) {
  const letters = [person.first_name, person.last_name].map((name) => [...(name ?? "")][0] ?? "");
  return make("span", {
    class: `avatar hue-${person.id % 6}`,
    text: letters.join(""),
    "aria-hidden": "true",
  });
}
