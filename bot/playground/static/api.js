// Requests to the playground's own server. Knows addresses, never the page.

async function answered(reply) {
  const body = await reply.json();
  if (!reply.ok) throw new Error(body.error ?? reply.statusText);
  return body;
}

export const everybody = async (after, signal) =>
  answered(await fetch(`/playground/people?after=${after}&timeout=25`, { signal }));

export const chat = async (id) => answered(await fetch(`/playground/people/${id}`));

export const act = async (id, what, body = {}) =>
  answered(
    await fetch(`/playground/people/${id}/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export async function upload(id, file, { name = file.name, caption = "", as = "document" } = {}) {
  const body = new FormData();
  body.append("caption", caption);
  body.append("as", as);
  body.append("file", file, name);
  return answered(await fetch(`/playground/people/${id}/upload`, { method: "POST", body }));
}

export async function sample() {
  const reply = await fetch("/playground/sample");
  if (!reply.ok) throw new Error(reply.statusText);
  return reply.blob();
}

export const clock = async (hours) =>
  answered(
    await fetch("/playground/clock", hours === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ hours }),
    }),
  );

export const fileAddress = (id) => `/playground/files/${encodeURIComponent(id)}`;
