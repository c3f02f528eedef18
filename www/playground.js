// An article beside its data and options, drawn again as one types, and shared as an address.

import { copies, latest, say } from "./controls.js";
import { LONGEST, pack, unpack } from "./fragment.js";
import { SAMPLES } from "./samples.js";
import { chosen, create, failure, LINKED, load, number, theme, unreached } from "./shell.js";

const target = document.querySelector("#article");
const editor = document.querySelector("#source");
const samples = document.querySelector("#sample");
const form = document.querySelector("#options");
const trouble = document.querySelector("#trouble");
const took = document.querySelector("#took");
const notes = document.querySelector("#notes");
const call = document.querySelector("#call");

const wide = matchMedia("(width >= 64rem)");
const ask = latest(draw);
let render;

samples.append(...SAMPLES.map(({ name, genre }) => create("option", { value: name }, genre)));
editor.addEventListener("input", change);
addEventListener("change", ({ target }) => {
  if (target.type === "radio" && target.name !== "tab") change();
});
form.addEventListener("submit", (event) => event.preventDefault());
samples.addEventListener("change", take);
document.querySelector("#reset").addEventListener("click", reset);
copies(document.querySelector("#share"), link);
addEventListener("hashchange", restore);
wide.addEventListener("change", settle);
settle();

try {
  ({ render } = await import("./satr/index.js").catch(unreached));
  // On a slow line one may have begun to write.
  if (editor.value === "") await restore();
  else change();
} catch (error) {
  target.replaceChildren(failure("خبر نمایش داده نشد", error));
}

/** A wide screen shows the article in any case, and something else beside it. */
function settle() {
  const data = document.querySelector('[name="tab"][value="data"]');
  if (wide.matches && chosen("tab") === "article") data.checked = true;
}

// ---------- From the data to the page ----------

async function draw() {
  const options = { ...read(), theme: theme() };
  call.textContent = `render(article, target, ${JSON.stringify(options, null, 2)})`;
  try {
    const began = performance.now();
    const drawn = await render(editor.value, target, { ...options, ...LINKED });
    took.textContent = `رسم در ${number(performance.now() - began)} میلی‌ثانیه`;
    target.classList.remove("ruled");
    trouble.replaceChildren();
    list(drawn.notes);
  } catch (error) {
    complain(error); // the last good article stays
  }
}

/** Draws what has changed; what was said of a link is of the past. */
function change() {
  say("");
  if (render) ask(); // or else it is drawn as soon as it can be
}

/** The options as they are chosen. */
function read() {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typed(value)]));
}

/** A choice as `render` takes it: numbers and truths stand in the page as JSON writes them. */
function typed(value) {
  return /^(\d|true|false)$/.test(value) ? JSON.parse(value) : value;
}

/** Says why nothing was drawn: in Persian where in the data that is, else in English what was expected. */
function complain({ message, detail = "" }) {
  const place = /line (\d+) column (\d+)/.exec(detail)?.slice(1).map(Number);
  const why = place
    ? `خطا در سطر ${number(place[0])}، نویسهٔ ${number(place[1])} است.`
    : create("bdi", { dir: "ltr", lang: "en", className: "latin" }, detail);
  trouble.replaceChildren(message, " ", why);
}

/** What Satr left out or mended, for whoever wrote the data; at most 50 of them in full. */
function list(all) {
  const [summary, items] = notes.children;
  notes.hidden = all.length === 0;
  summary.textContent = `${number(all.length)} یادداشت دربارهٔ این داده`;
  items.replaceChildren(
    ...all.slice(0, 50).map(({ path, message }) => create("li", {}, create("code", { className: "latin" }, path), " ", message)),
  );
}

// ---------- Where the data come from ----------

/** Takes the chosen sample in place of what is written. */
async function take() {
  try {
    editor.value = await load(`articles/${samples.value}.json`);
    editor.scrollTop = 0;
    change();
  } catch (error) {
    complain(error);
  }
}

/** The sample and the options as they were at first. */
function reset() {
  history.replaceState(null, "", location.pathname + location.search);
  form.reset();
  return take();
}

/** Takes what the fragment of the address holds; where it holds nothing or is broken, the sample. */
async function restore() {
  if (location.hash.length <= 1) return take();
  try {
    const { article, options } = await unpack(location.hash.slice(1));
    if (typeof article !== "string") throw new TypeError("expected the text of an article");
    editor.value = article;
    choose(options);
    change();
  } catch {
    await take();
    say("این پیوند خوانا نبود؛ شاید ناقص کپی شده باشد.");
  }
}

/** Chooses what is among the choices; of anything else a fragment says nothing comes. */
function choose(options) {
  form.reset();
  for (const input of form.querySelectorAll("input"))
    if (options?.[input.name] === typed(input.value)) input.checked = true;
}

/** The address of data and options, which becomes the page's own; if it is too long, nothing. Colours are each reader's. */
async function link() {
  const fragment = await pack({ article: editor.value, options: read() });
  if (fragment.length > LONGEST) {
    say(`این داده ${number(fragment.length)} نویسه می‌شود و پیوند تا ${number(LONGEST)} نویسه جا دارد؛ کوتاهش کنید.`);
    return undefined;
  }
  history.replaceState(null, "", `#${fragment}`);
  return location.href;
}
