/** The package that breaks when told in, a message for each law of recovery in Node out; a worker of run.mjs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { workerData } from "node:worker_threads";
import { bytesOf, checkRecovery, linearMemory } from "./recovery.js";
import { test } from "./worker.mjs";

const { packageDir, casesDir, traps } = workerData;
const load = (file) => import(pathToFileURL(join(packageDir, file)).href);

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");

const satr = await load("index.js");
const { default: boot } = await load("satr.js");
const [article, expected] = await Promise.all(
  ["input.json", "expected.html"].map((file) => readFile(join(casesDir, "whole", file))),
);

async function measure() {
  gc();
  await new Promise((wake) => setTimeout(wake, 100));
  gc();
  return { memory: await linearMemory(boot), heap: getHeapStatistics().used_heap_size };
}

const breaks = { renderToBytes: (options) => satr.renderToBytes(article, options) };
await checkRecovery(test, { draw: bytesOf(satr, article, expected), breaks, measure }, traps);
