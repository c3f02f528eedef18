/**
 * A packed package in, a table of what its files weigh out: `node weigh.mjs PACKAGE_DIR`. Fails, and says why in the
 * last line, when what a page with one article loads is over a limit of promises.mjs.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { LIMITS } from "./promises.mjs";
import { kilobytes, loadedAtFirst, loadedForFormat, total, weigh } from "./sizes.mjs";

function row(name, { raw, brotli }, limit = "") {
  return `| ${name} | ${kilobytes(raw)} | ${kilobytes(brotli)} | ${limit} |`;
}

function excess({ name, weight, limit }) {
  return `${name} weighs ${kilobytes(weight.brotli)} KB in brotli, the limit is ${kilobytes(limit)} KB`;
}

/** Every file of a folder, by name, with its weight. */
async function weighAll(folder) {
  const weights = new Map();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const file = join(folder, name);
    if ((await stat(file)).isFile()) weights.set(name, weigh(await readFile(file)));
  }
  return weights;
}

async function main() {
  const [packageDir] = process.argv.slice(2).map((path) => resolve(path));
  if (packageDir === undefined) {
    console.error("usage: node weigh.mjs PACKAGE_DIR");
    process.exit(2);
  }
  const weights = await weighAll(packageDir);
  const first = await loadedAtFirst(packageDir);
  const parts = Object.entries(LIMITS).map(([ending, limit]) => {
    const names = first.filter((name) => extname(name) === ending);
    return { name: names.join(" + "), weight: total(names.map((name) => weights.get(name))), limit };
  });
  const whole = total(parts.map(({ weight }) => weight));
  const limit = parts.reduce((sum, { limit }) => sum + limit, 0);

  console.log("| file | KB | brotli KB | limit |\n| --- | --- | --- | --- |");
  for (const { name, weight, limit } of parts) console.log(row(name, weight, kilobytes(limit)));
  console.log(row("**a page with one article**", whole, kilobytes(limit)));
  const format = await loadedForFormat(packageDir);
  for (const name of format) console.log(row(name, weights.get(name)));
  console.log(row("**a page with dates and numbers alone**", total(format.map((name) => weights.get(name)))));
  const told = [...first, ...format];
  for (const [name, weight] of weights) if (!told.includes(name)) console.log(row(name, weight));

  const over = parts.filter(({ weight, limit }) => weight.brotli > limit);
  if (over.length === 0) return;
  console.log(`\n${over.map(excess).join("; ")}`);
  process.exitCode = 1;
}

await main();
