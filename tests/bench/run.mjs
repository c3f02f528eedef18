/**
 * A packed package in, a table and a JSON file out: `node run.mjs PACKAGE_DIR RESULT_FILE`.
 *
 * Satr and its rivals draw the same articles in one page of Chromium, from the bytes of their JSON to nodes in the
 * document; style and layout, the same for all, are left out. Nobody is timed before everybody draws the same page.
 * Each round draws with all of them in a new order, and a ratio is taken within a round: what slows the machine
 * for a while slows both of its sides.
 */
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import { dirname, resolve } from "node:path";
import { openPage } from "./browser.mjs";
import { bundleRivals, weighPackage } from "./bundle.mjs";
import { RIVALS, SATR } from "./contenders.js";
import { workloads } from "./generate.mjs";
import { serve } from "./serve.mjs";
import { summary, table } from "./table.mjs";

/** The workload that is drawn in slices as well, and how often. */
const LONG = "W3";
const TURNS = 7;

/** How often each workload is drawn: rounds thrown away at first, rounds that count, drawings of each in a round. */
const EFFORT = {
  W1: { warmUps: 8, rounds: 61, drawings: 10 },
  W2: { warmUps: 4, rounds: 31, drawings: 1 },
  W3: { warmUps: 2, rounds: 11, drawings: 1 },
};

async function main() {
  const [packageDir, resultFile] = process.argv.slice(2).map((path) => resolve(path));
  if (resultFile === undefined) {
    console.error("usage: node run.mjs PACKAGE_DIR RESULT_FILE");
    process.exit(2);
  }
  const articles = workloads();
  const rivals = await bundleRivals();
  const sizes = { [SATR.name]: (await weighPackage(packageDir)).brotli };
  for (const { name, weight } of rivals) sizes[name] = weight.brotli;
  const server = await serve({ packageDir, articles, rivals });
  let page;
  try {
    page = await openPage(server.origin);
    const results = [];
    for (const { name, about, bytes } of articles) {
      console.error(`${name}: comparing the pages`);
      const elements = await page.load(name);
      results.push({ name, about, bytes: bytes.length, elements, rounds: await measure(page, name) });
    }
    const slices = { name: LONG, turns: await measureSlices(page, LONG) };
    const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${os.type()}, Chromium ${page.version}`;
    const report = { machine, effort: EFFORT, sizes, workloads: results.map(summary), slices };
    await mkdir(dirname(resultFile), { recursive: true });
    await writeFile(resultFile, `${JSON.stringify(report, null, 1)}\n`);
    console.log(table(report, [SATR, ...RIVALS]));
  } finally {
    await page?.close();
    server.close();
  }
}

async function measure(page, name) {
  const { warmUps, rounds, drawings } = EFFORT[name];
  const taken = [];
  for (let at = 1; at <= warmUps + rounds; at += 1) {
    console.error(at > warmUps ? `${name}: round ${at - warmUps} of ${rounds}` : `${name}: warming up`);
    const times = await page.round(name, drawings);
    if (at > warmUps) taken.push(times);
  }
  return taken;
}

/** At once and in slices, by turns. */
async function measureSlices(page, name) {
  const turns = [];
  for (let at = 1; at <= TURNS; at += 1) {
    console.error(`${name}: at once and in slices, ${at} of ${TURNS}`);
    turns.push({ whole: await page.keep(name, false), sliced: await page.keep(name, true) });
  }
  return turns;
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
