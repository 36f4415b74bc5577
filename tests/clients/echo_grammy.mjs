// A grammY bot for the playground: run by node, told everything by arguments.
//
//   NODE_PATH=<where grammy is> node echo_grammy.mjs <api url> <token> poll|<webhook port>
//
// The same conversation as echo_aiogram.py.

import http from "node:http";
import { createRequire } from "node:module";

const { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } = createRequire(
  `${process.env.NODE_PATH}/`,
)("grammy");

const [url, token, way] = process.argv.slice(2);
const SECRET = "Ab-_9";
const next = new InlineKeyboard().text("Dalej", "n1");
const bot = new Bot(token, { client: { apiRoot: url } });
let over;
const ended = new Promise((resolve) => (over = resolve));

bot.command("start", (ctx) =>
  ctx.reply(`<b>Witaj</b>, ${ctx.match}`, { parse_mode: "HTML", reply_markup: next }),
);

bot.callbackQuery("n1", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "Dobrze", show_alert: true });
  await ctx.editMessageText("Krok 2", { reply_markup: next });
  try {
    await ctx.editMessageText("Krok 2", { reply_markup: next });
  } catch (refused) {
    if (refused instanceof GrammyError && refused.description.includes("not modified")) return;
    throw refused;
  }
  throw new Error("an edit that changes nothing was taken");
});

bot.on("message:document", async (ctx) => {
  const file = await ctx.getFile();
  const reply = await fetch(`${url}/file/bot${token}/${file.file_path}`);
  const content = new Uint8Array(await reply.arrayBuffer());
  const name = `kopia-${ctx.message.document.file_name}`;
  await ctx.replyWithDocument(new InputFile(content, name), { caption: "Kopia" });
});

bot.hears("koniec", async (ctx) => {
  await ctx.reply("Do widzenia", {
    reply_parameters: { message_id: ctx.message.message_id },
    reply_markup: { remove_keyboard: true },
  });
  over();
});

bot.catch((error) => {
  console.error(error);
  process.exit(1);
});

await bot.init();
if (way === "poll") {
  const running = bot.start();
  await ended;
  await bot.stop();
  await running;
} else {
  const server = http.createServer(webhookCallback(bot, "http", { secretToken: SECRET }));
  await new Promise((resolve) => server.listen(Number(way), "127.0.0.1", resolve));
  await bot.api.setWebhook(`http://127.0.0.1:${way}/hook`, { secret_token: SECRET });
  await ended;
  await bot.api.deleteWebhook();
  server.closeAllConnections();
  server.close();
}
