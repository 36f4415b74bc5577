// What comes over the page: alerts, questions, the choice of a person, a file to send, toasts.

import { $, avatar, make } from "./dom.js";
import { roleOf } from "./people.js";
import { size, t } from "./words.js";

// Shows a dialog until it is closed; resolves with the value of the button that closed it.
function shown(dialog) {
  return new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });
}

export async function alert(text, after) {
  $("alert-text").textContent = text;
  if ($("alert").open) return;
  await shown($("alert"));
  after?.();
}

export async function confirm(question, yes) {
  $("question-text").textContent = question;
  $("question-yes").textContent = yes;
  return (await shown($("question"))) === "yes";
}

let toastTimer;
export function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("shown"), 4000);
}

export async function attempt(work) {
  try {
    return await work();
  } catch (problem) {
    toast(t("failed", { why: problem.message }));
    return null;
  }
}

export async function choosePerson(people, link) {
  $("chooser-link").textContent = link;
  $("chooser-people").replaceChildren(
    ...people.map((person) =>
      make(
        "li",
        {},
        make(
          "button",
          { class: "person", value: person.id },
          avatar(person),
          make(
            "span",
            { class: "person-lines" },
            make("b", { text: person.name }),
            make("span", { class: "caption", text: roleOf(person) }),
          ),
        ),
      ),
    ),
  );
  const chosen = Number(await shown($("chooser")));
  return people.find((person) => person.id === chosen) ?? null;
}

const PICTURES = new Set(["image/png", "image/jpeg"]);

// Resolves with { caption, as }, or null when it is not to be sent after all.
export async function askHowToSend(file, as) {
  $("sending-name").textContent = `${file.name} · ${size(file.size)}`;
  $("caption").value = "";
  $("as-photo").checked = as === "photo";
  $("as-photo-line").hidden = !PICTURES.has(file.type);
  const picture = $("sending-picture");
  picture.hidden = !PICTURES.has(file.type);
  if (!picture.hidden) picture.src = URL.createObjectURL(file);
  const answer = shown($("sending"));
  $("caption").focus();
  const sent = (await answer) === "send";
  if (!picture.hidden) URL.revokeObjectURL(picture.src);
  picture.removeAttribute("src");
  return sent ? { caption: $("caption").value, as: $("as-photo").checked ? "photo" : "document" } : null;
}
