// Each kind of block drawn as an article that holds it alone, beside the data it is drawn from.

import { copies } from "./controls.js";
import { nodes, write } from "./json.js";
import { create, failure, LINKED, load, theme, unreached } from "./shell.js";

/** A block is drawn as an article of its own, under a heading of the page, without what comes with an article. */
const ALONE = { ...LINKED, headingLevel: 2, contents: "off", tools: [], readingTime: false };

const place = document.querySelector("#blocks");
const template = document.querySelector("#part").content.firstElementChild;

try {
  const core = import("./satr/index.js").catch(unreached);
  const [{ render }, json] = await Promise.all([core, load("articles/blocks.json")]);
  const entries = named(JSON.parse(json));
  const list = create("div");
  place.replaceChildren(index(entries), list);
  const redraws = [];
  for (const entry of entries) {
    redraws.push(await add(render, entry, list));
    await rest();
  }
  // The part that the address names was not there when the page was opened.
  if (location.hash !== "") location.replace(location.hash);
  addEventListener("change", ({ target: { name } }) => {
    if (name === "theme") for (const redraw of redraws) redraw();
  });
} catch (error) {
  place.replaceChildren(failure("بلوک‌ها نمایش داده نشدند", error));
}

/** Lets the browser paint and answer between two blocks, so that no work is long. */
function rest() {
  return new Promise((wake) => setTimeout(wake));
}

/** The entries, each with a name for its address: its kind, and which of that kind it is after the first. */
function named(entries) {
  const counts = new Map();
  return entries.map((entry) => {
    const { kind } = entry;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { ...entry, id: count === 1 ? kind : `${kind}-${count}` };
  });
}

/** The kinds, each a way to its part. */
function index(entries) {
  const links = entries.map(({ id, title }) => create("li", {}, create("a", { href: `#${id}` }, title)));
  return create("nav", { className: "index", ariaLabel: "نوع‌ها" }, create("ul", {}, ...links));
}

/** Adds the part of an entry once its block is drawn, and gives what draws it anew. */
async function add(render, { id, kind, title, note, block }, list) {
  const part = template.cloneNode(true);
  const [heading, words, drawn, data] = part.children;
  part.id = id;
  part.className = "part";
  heading.append(title, create("code", { className: "latin", dir: "ltr", lang: "en" }, kind));
  words.textContent = note;
  const json = write(block);
  const [source, copy] = data.children;
  source.replaceChildren(...nodes(json));
  source.ariaLabel = `دادهٔ ${title}`;
  copies(copy, () => json);

  const redraw = () => render({ body: [block] }, drawn, { ...ALONE, theme: theme(), renderBlock });
  await redraw();
  list.append(part);
  return redraw;
}

/** Draws the page's own kind of block, a poll; any other keeps its text. */
function renderBlock(name, data) {
  if (name !== "poll") return;
  const answer = create("output");
  const options = data.options.map((option) => {
    const input = create("input", { type: "radio", name: "poll", value: option });
    return create("label", {}, input, option);
  });
  const poll = create("fieldset", { className: "poll" }, create("legend", {}, data.question), ...options, answer);
  poll.addEventListener("change", ({ target }) => (answer.textContent = `رأی شما: ${target.value}`));
  return poll;
}
