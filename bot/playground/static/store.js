// What the page knows: the bot, the people, what was delivered. Watches the server and tells.

import * as api from "./api.js";

export const store = { bot: null, people: [], invitation: "", deliveredUpTo: 0, online: true };

const listeners = new Set();

export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = () => listeners.forEach((listener) => listener());

export const personOf = (id) => store.people.find((person) => person.id === id);

export async function look() {
  take(await api.everybody(-1));
}

function take(seen) {
  Object.assign(store, { bot: seen.bot, people: seen.people, invitation: seen.invitation, online: true });
  tell();
}

export async function watch() {
  let after = -1;
  for (;;) {
    try {
      const seen = await api.everybody(after);
      after = seen.revision;
      take(seen);
    } catch {
      after = -1;
      store.online = false;
      tell();
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}

// A message is received once no update waits any more; ids grow over all chats.
let waiting = false;
export async function watchDelivery(messageId) {
  if (messageId <= store.deliveredUpTo || waiting) return;
  waiting = true;
  try {
    const { pending } = await api.idle();
    if (!pending) store.deliveredUpTo = Math.max(store.deliveredUpTo, messageId);
  } catch {
    // Without the server nothing is received, and the watch above says so.
  } finally {
    waiting = false;
  }
  tell();
}
