/**
 * The package and the cases in, `window.__results` out: `[{ name, error? }]`, in the order they ran.
 *
 * `window.__now` names the test under way, and `window.__show(index)` puts a failure on the page to be photographed.
 */
import { REFUSED, refuses, sameBytes, sameTree } from "./expect.js";

/** Milliseconds one test may wait for an answer. */
const LIMIT = 20_000;

const results = [];
/** What each failed test was comparing, by its index in `results`. */
const sides = new Map();

async function test(name, body) {
  window.__now = name;
  const shown = {};
  try {
    await Promise.race([body(shown), late()]);
    results.push({ name });
  } catch (error) {
    sides.set(results.length, shown);
    results.push({ name, error: String(error?.message ?? error) });
  }
}

function late() {
  return new Promise((_, fail) => setTimeout(() => fail(new Error(`no answer in ${LIMIT / 1000} s`)), LIMIT));
}

async function fetchBytes(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The element that is all of a target's or fragment's content. */
function only(parent, what) {
  const { childNodes, firstElementChild } = parent;
  if (childNodes.length !== 1 || firstElementChild === null) {
    const names = [...childNodes].map((node) => node.nodeName.toLowerCase());
    throw new Error(`${what} holds [${names.join(", ")}] where one element was expected`);
  }
  return firstElementChild;
}

/** The files of one case: the article as bytes and as text, the options if it has any, the expected bytes. */
async function load({ name, hasOptions }) {
  const read = (file) => fetchBytes(`/cases/${encodeURIComponent(name)}/${file}`);
  const decode = (bytes) => new TextDecoder().decode(bytes);
  const [input, expected] = await Promise.all([read("input.json"), read("expected.html")]);
  const options = hasOptions ? JSON.parse(decode(await read("options.json"))) : undefined;
  return { input, text: decode(input), options, expected, html: decode(expected) };
}

/** The laws of one case. */
async function checkCase({ render, renderToBytes }, each) {
  const { name } = each;
  const files = load(each);
  // Each test below awaits it and says what is wrong; until the first does, a failure is not unhandled.
  files.catch(() => {});

  await test(`${name}, built and parsed are one tree`, async (shown) => {
    const { text, options, html } = await files;
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const target = document.createElement("div");
    Object.assign(shown, { built: target, expected: parsed.content });
    const view = await render(JSON.parse(text), target, options);
    if (!Array.isArray(view?.notes)) throw new Error(`render gave no notes: ${JSON.stringify(view)}`);
    document.body.append(target);
    try {
      sameTree(only(target, "the target"), only(parsed.content, "expected.html"));
    } finally {
      target.remove();
    }
  });

  await test(`${name}, bytes`, async () => {
    const { text, options, expected } = await files;
    sameBytes(await renderToBytes(JSON.parse(text), options), expected);
  });

  await test(`${name}, object, text and bytes are one article`, async (shown) => {
    const { input, text, options } = await files;
    const fromObject = document.createElement("div");
    await render(JSON.parse(text), fromObject, options);
    for (const [what, article] of Object.entries({ text, bytes: input, buffer: input.slice().buffer })) {
      const target = document.createElement("div");
      Object.assign(shown, { built: target, expected: fromObject });
      await render(article, target, options);
      sameTree(only(target, `the target of the ${what}`), only(fromObject, "the target of the object"));
    }
  });
}

/** The laws of the page: what works, and what is refused without a trace. */
async function checkPage({ render }) {
  await test("a small article is drawn", async (shown) => {
    const target = document.createElement("div");
    shown.built = target;
    target.append("what stood here before");
    document.body.append(target);
    try {
      await render({ headline: "سطر", body: "متن یک خبر کوتاه." }, target);
      const drawn = only(target, "the target").textContent;
      for (const part of ["سطر", "متن یک خبر کوتاه."]) {
        if (!drawn.includes(part)) throw new Error(`"${part}" is not in "${drawn}"`);
      }
    } finally {
      target.remove();
    }
  });

  for (const { what, article, code } of REFUSED) {
    await test(`${what} is refused as ${code}, and the target is as it was`, async (shown) => {
      const target = document.createElement("div");
      shown.built = target;
      const before = [document.createElement("p"), document.createTextNode("متن پیشین")];
      target.append(...before);
      await refuses(() => render(article, target), code);
      const after = [...target.childNodes];
      if (after.length !== before.length || after.some((node, index) => node !== before[index])) {
        throw new Error(`the target now holds ${target.innerHTML}`);
      }
    });
  }
}

window.__show = (index) => {
  const { name, error } = results[index];
  const { built, expected } = sides.get(index) ?? {};
  const why = document.createElement("p");
  why.className = "failure-why";
  why.textContent = `${name}\n${error}`;
  const columns = document.createElement("div");
  columns.className = "failure-sides";
  for (const side of [built, expected]) {
    const column = document.createElement("div");
    if (side !== undefined) column.append(document.importNode(side, true));
    columns.append(column);
  }
  document.body.replaceChildren(why, columns);
};

let satr;
let cases = [];
await test("the package loads, and the cases are listed", async () => {
  cases = await (await fetch("/cases/index.json")).json();
  satr = await import("/satr/index.js");
});
if (satr !== undefined) {
  await checkPage(satr);
  for (const each of cases) await checkCase(satr, each);
}
window.__results = results;
