// The list of people: a column on a desk, tabs on a phone. One of them holds the phone.

import { summary } from "./bubbles.js";
import { $, avatar, make } from "./dom.js";
import { store } from "./store.js";
import { has, shortDay, t, timeOf, weekday } from "./words.js";

const DAY = 86_400;

export const roleOf = (person) => (has(`person-${person.id}`) ? t(`person-${person.id}`) : person.caption);

function when(message) {
  if (!message) return "";
  const age = Math.max(...store.people.map((person) => person.last?.date ?? 0)) - message.date;
  if (age < DAY / 2) return timeOf(message);
  return age < 6 * DAY ? weekday(message) : shortDay(message);
}

function line(person, current, onclick) {
  const unread = person.unread && !current ? person.unread : 0;
  return make(
    "li",
    {},
    make(
      "button",
      { class: "person", type: "button", onclick, "data-person": person.id, "aria-current": current ? "true" : false },
      avatar(person),
      make("span", { class: "tab-name", text: person.first_name, "aria-hidden": "true" }),
      make(
        "span",
        { class: "person-lines" },
        make("b", { text: person.name }),
        make("span", { class: "caption", text: roleOf(person) }),
        make("span", { class: "last", text: (person.last && !person.last.from.is_bot ? t("me") : "") + summary(person.last) }),
      ),
      make("span", { class: "when", text: when(person.last) }),
      unread
        ? make("span", { class: "unread" }, make("span", { text: unread, "aria-hidden": "true" }), make("span", { class: "unseen", text: t("unread", { count: unread }) }))
        : null,
    ),
  );
}

export function drawPeople(currents, select) {
  const list = $("people");
  const focused = [...list.children].findIndex((li) => li.contains(document.activeElement));
  list.replaceChildren(...store.people.map((person) => line(person, currents.includes(person.id), () => select(person.id))));
  if (focused >= 0) list.children[focused]?.firstChild.focus();
}
