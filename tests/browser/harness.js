/**
 * Tests in, `window.__results` out: `[{ name, error?, figures? }]`, in the order they ran, once `finish` is called.
 *
 * `window.__now` names the test under way, `window.__complaints` is what went wrong without a test noticing, and
 * `window.__show(index)` puts a failure on the page to be photographed.
 */

/** Milliseconds one test may wait for an answer, if it asks for no more. */
const LIMIT = 20_000;

const results = [];
/** What each failed test was comparing, by its index in `results`. */
const sides = new Map();

window.__complaints = [];
for (const level of ["log", "info", "warn", "error"]) {
  const write = console[level];
  console[level] = (...words) => {
    window.__complaints.push(`console ${level}: ${words.join(" ")}`);
    write.apply(console, words);
  };
}
window.addEventListener("error", ({ message }) => window.__complaints.push(`uncaught: ${message}`));
window.addEventListener("unhandledrejection", ({ reason }) => window.__complaints.push(`unhandled: ${reason}`));

/** Runs a test; what it has to say when it holds, a string, is told beside its name. */
export async function test(name, body, limit = LIMIT) {
  window.__now = name;
  const shown = {};
  try {
    const said = await Promise.race([body(shown), late(limit)]);
    results.push({ name: typeof said === "string" ? `${name}: ${said}` : name });
  } catch (error) {
    sides.set(results.length, shown);
    results.push({ name, error: String(error?.message ?? error) });
  }
}

function late(limit) {
  return new Promise((_, fail) => setTimeout(() => fail(new Error(`no answer in ${limit / 1000} s`)), limit));
}

/** The element that is all of a target's or fragment's content. */
export function only(parent, what) {
  const { childNodes, firstElementChild } = parent;
  if (childNodes.length !== 1 || firstElementChild === null) {
    const names = [...childNodes].map((node) => node.nodeName.toLowerCase());
    throw new Error(`${what} holds [${names.join(", ")}] where one element was expected`);
  }
  return firstElementChild;
}

let copies = 0;

/** An entry of the package as a page that has not loaded it yet gets it. */
export function fresh(entry = "index.js") {
  copies += 1;
  return import(`/satr-${copies}/${entry}`);
}

/** What is warned of while `body` runs; it does not reach the console. */
export async function warnings(body) {
  const { warn } = console;
  const warned = [];
  console.warn = (...words) => warned.push(words.join(" "));
  try {
    await body();
  } finally {
    console.warn = warn;
  }
  return warned;
}

/** No test comes after this. */
export function finish() {
  window.__results = results;
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
