// The bytes of an article in, milliseconds out. `run.mjs` calls what stands in `window.bench`.
import { render } from "/satr/index.js";
import { RIVALS, SATR } from "./contenders.js";
import { random, shuffled } from "./random.js";

// Less what the rivals have not: ways to share, the time that reading takes, a list of sections.
const options = { styles: "none", font: "none", share: false, readingTime: false, contents: "off", tools: [], now: 1e8 };

const contenders = [
  // Where a rival draws at once, Satr's promise is waited for: that too is time until the article is there.
  { ...SATR, draw: (bytes, target) => render(bytes, target, options) },
  ...(await Promise.all(RIVALS.map(async (rival) => ({ ...rival, ...(await import(`/rivals/${rival.name}.js`)) })))),
];

const bytesOf = new Map();
const next = random(5);

/** Loads a workload and compares what is drawn of it; gives the number of elements, and throws on the first difference. */
async function load(name) {
  const response = await fetch(`/workloads/${name}.json`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytesOf.set(name, bytes);
  const { notes } = await render(bytes, document.createElement("div"), options);
  if (notes.length > 0) throw new Error(`${name} is off: ${JSON.stringify(notes[0])}`);
  const pages = [];
  for (const { draw } of contenders) {
    const target = freshTarget();
    const end = await draw(bytes, target);
    pages.push(plain(target));
    tidy(target, end);
  }
  const [ours, ...others] = pages;
  for (const [index, other] of others.entries())
    if (!ours.isEqualNode(other))
      throw new Error(`${name}: ${RIVALS[index].name} draws another page: ${difference(ours, other)}`);
  return ours.querySelectorAll("*").length;
}

/** Draws a workload with everyone once, in another order each time; gives each one's milliseconds for a drawing. */
async function round(name, drawings) {
  globalThis.gc();
  const times = {};
  for (const { name: who, draw } of shuffled(contenders, next))
    times[who] = await sample(draw, bytesOf.get(name), drawings);
  return times;
}

/** Into targets that are in the document, but gone before the browser lays anything out. */
async function sample(draw, bytes, drawings) {
  const targets = Array.from({ length: drawings }, freshTarget);
  const ends = [];
  globalThis.gc({ type: "minor" }); // nobody pays for what another has just thrown away
  const begun = performance.now();
  for (const target of targets) ends.push(await draw(bytes, target));
  const taken = performance.now() - begun;
  for (const [index, target] of targets.entries()) tidy(target, ends[index]);
  return taken / drawings;
}

/**
 * How long a drawing keeps a page that shows it, dressed: milliseconds until its head is there, until all is, and of the
 * longest task, 0 if none takes over 50, as a browser tells of no others.
 */
async function keep(name, slice) {
  const target = freshTarget();
  await render({ headline: "سطر" }, target); // the sheet is there
  await rest();
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  const begun = performance.now();
  let head;
  const changes = new MutationObserver(() => (head ??= performance.now() - begun));
  changes.observe(target, { childList: true });
  await render(bytesOf.get(name), target, { slice });
  const all = performance.now() - begun;
  await rest();
  changes.disconnect();
  observer.disconnect();
  target.remove();
  return { head, all, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}

/** Resolves when what was drawn has been laid out and told of. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve, 500));
}

function freshTarget() {
  return document.body.appendChild(document.createElement("div"));
}

function tidy(target, end) {
  if (typeof end === "function") end();
  target.remove();
}

/** A copy without what cannot be seen: comments, where lit marks its places, and cuts inside a text, as React has them. */
function plain(target) {
  const copy = target.cloneNode(true);
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  copy.normalize();
  return copy;
}

/** The first place where two trees part. */
function difference(ours, other) {
  if (ours.childNodes.length === other.childNodes.length)
    for (const [index, child] of ours.childNodes.entries())
      if (!child.isEqualNode(other.childNodes[index])) return difference(child, other.childNodes[index]);
  const shown = (node) => (node.outerHTML ?? node.data).slice(0, 400);
  return `\n  ours:  ${shown(ours)}\n  other: ${shown(other)}`;
}

window.bench = { load, round, keep };
