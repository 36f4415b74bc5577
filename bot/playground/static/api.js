// Requests to the playground's own server. Knows addresses, never the page.

async function answered(reply) {
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(body.error ?? reply.statusText);
  return body;
}

const get = async (address, signal) => answered(await fetch(`/playground/${address}`, { signal }));

const send = async (address, body, method = "POST") =>
  answered(
    await fetch(`/playground/${address}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export const everybody = (after) => get(`people?after=${after}&timeout=25`);
export const chat = (id) => get(`people/${id}`);
export const act = (id, what, body = {}) => send(`people/${id}/${what}`, body);
export const calls = (after, signal) => get(`calls?after=${after}&timeout=25`, signal);
export const updates = (after) => get(`updates?after=${after}`);
export const idle = () => get("queue?idle=1&timeout=25");
export const time = () => get("clock");
export const moveClock = (body) => send("clock", body);
export const weather = () => get("weather");
export const setWeather = (body) => send("weather", body, "PUT");
export const reset = () => send("reset", {});

export async function upload(id, file, { name = file.name, caption = "", as = "document" } = {}) {
  const body = new FormData();
  body.append("caption", caption);
  body.append("as", as);
  body.append("file", file, name);
  return answered(await fetch(`/playground/people/${id}/upload`, { method: "POST", body }));
}

export const SAMPLE_NAME = "tabela-A-lubelskie.xlsx";

export async function sample() {
  const reply = await fetch("/playground/sample");
  if (!reply.ok) throw new Error(reply.statusText);
  return reply.blob();
}

export const fileAddress = (id) => `/playground/files/${encodeURIComponent(id)}`;
