/** The number of traps in the address in, every law of recovery tested in this page out. */
import { fetchBytes, sameTree } from "./expect.js";
import { finish, only, test } from "./harness.js";
import { bytesOf, checkRecovery, linearMemory } from "./recovery.js";

const satr = await import("/satr/index.js");
const { default: boot } = await import("/satr/satr.js");

const traps = Number(new URLSearchParams(location.search).get("traps"));
const [article, expected] = await Promise.all(
  ["input.json", "expected.html"].map((file) => fetchBytes(`/cases/whole/${file}`)),
);
const parsed = document.createElement("template");
parsed.innerHTML = new TextDecoder().decode(expected);

const target = document.body.appendChild(document.createElement("div"));
const drawBytes = bytesOf(satr, article, expected);

async function draw() {
  await satr.render(article, target, { tools: [] }); // which no server draws
  sameTree(only(target, "the target"), only(parsed.content, "expected.html"));
  await drawBytes();
}

/** Breaks a drawing, and holds that the target keeps what it has. */
async function render(options) {
  const before = target.firstChild;
  try {
    return await satr.render(article, target, options);
  } finally {
    if (before !== null && only(target, "the target") !== before) throw new Error("the target has lost what it had");
  }
}

async function measure() {
  const memory = await linearMemory(boot);
  if (typeof gc !== "function") return { memory };
  gc();
  await new Promise((wake) => setTimeout(wake, 100));
  gc();
  return { memory, heap: performance.memory.usedJSHeapSize };
}

const breaks = { render, renderToBytes: (options) => satr.renderToBytes(article, options) };
await checkRecovery(test, { draw, breaks, measure }, traps);
finish();
