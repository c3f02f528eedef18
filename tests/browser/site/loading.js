/** A page of the demo in, how it loads tested: what moves meanwhile, and what it weighs. */
import { test } from "../harness.js";
import { Frame } from "./frame.js";
import { name } from "./seen.js";

const WIDTHS = [390, 1280];
/** A sum of shifts that is written 0.00. */
const MOST_SHIFT = 0.005;
/** The page whose weight has a limit, and that limit in bytes. */
const FRONT = "index.html";
const MOST = 150 * 1024;

export async function check(path) {
  const loads = WIDTHS.map((width) => ({ width, told: checkShifts(path, width) }));
  for (const { width, told } of loads) {
    await test(`nothing moves while pictures and the font are late, ${width} px`, () => told);
  }
  if (path === FRONT) {
    await test(`its first load is of at most ${MOST / 1024} KB`, weigh);
    await test("tasks over 50 ms", longTasks);
  }
}

/** Holds what moves while the page comes by a slow line; tells the sum, Chromium's cumulative layout shift. */
async function checkShifts(path, width) {
  const frame = new Frame(width);
  await frame.open(`/slow/demo/${path}`);
  const entries = [];
  const observer = new frame.window.PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  // What was buffered is told in a task of its own.
  await new Promise((wake) => setTimeout(wake, 100));
  const faults = entries.flatMap(({ startTime, sources }) =>
    sources.filter(isUpOrDown).map((source) => tell(startTime, source)),
  );
  frame.close();
  const sum = entries.reduce((total, { value }) => total + value, 0);
  const told = `${sum.toFixed(4)} in all`;
  if (faults.length > 0 || sum >= MOST_SHIFT) throw new Error([told, ...faults].join("\n"));
  return told;
}

/** A word may step aside in its line, as no stand-in has every letter as wide as the font's own. */
function isUpOrDown({ previousRect, currentRect }) {
  return Math.abs(previousRect.top - currentRect.top) >= 1;
}

function tell(time, { node, previousRect, currentRect }) {
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const what = element ? name(element) : "what is gone";
  return `after ${Math.round(time)} ms, from ${previousRect.top} to ${currentRect.top} px: ${what}`;
}

async function weigh() {
  const frame = new Frame(WIDTHS.at(-1));
  await frame.open(`/packed/demo/${FRONT}`);
  const parts = frame.requests().map(({ name, encodedBodySize: size }) => ({ name: name.split("/").at(-1), size }));
  frame.close();
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const told = `${total} bytes: ${parts.map(({ name, size }) => `${name} ${size}`).join(", ")}`;
  if (total > MOST) throw new Error(told);
  return told;
}

/** A figure, and no law: how long a task takes depends on what else the machine does. */
async function longTasks() {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  const frame = new Frame(WIDTHS.at(-1));
  await frame.open(`/demo/${FRONT}`);
  await new Promise((wake) => setTimeout(wake, 100));
  observer.disconnect();
  frame.close();
  return tasks.length === 0 ? "none" : tasks.map(({ duration }) => `${Math.round(duration)} ms`).join(", ");
}
