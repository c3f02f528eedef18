/**
 * A packed package in, a table of what its files weigh out: `node weigh.mjs PACKAGE_DIR`. Fails, and says why in the
 * last line, when what a page loads is over a limit of promises.mjs.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { COMMENTS_LIMITS, ELEMENT_LIMITS, FORMAT_LIMITS, IMPORT_LIMITS, LIMITS, TEXT_LIMITS } from "./promises.mjs";
import * as sizes from "./sizes.mjs";

const { kilobytes, total, weigh } = sizes;

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
  const told = new Set();
  const over = [];

  console.log("| file | KB | brotli KB | limit |\n| --- | --- | --- | --- |");
  for (const { page, files, limits } of [
    { page: "a page with one article", files: await sizes.loadedAtFirst(packageDir), limits: LIMITS },
    { page: "a page with the tag", files: await sizes.loadedForElement(packageDir), limits: ELEMENT_LIMITS },
    { page: "besides, for comments", files: await sizes.loadedForComments(packageDir), limits: COMMENTS_LIMITS },
    { page: "a page with dates and numbers alone", files: await sizes.loadedForFormat(packageDir), limits: FORMAT_LIMITS },
    { page: "besides, to repair text", files: await sizes.loadedForText(packageDir), limits: TEXT_LIMITS },
    { page: "to import others' formats", files: await sizes.loadedForImport(packageDir), limits: IMPORT_LIMITS },
  ]) {
    const parts = Object.entries(limits).map(([ending, limit]) => {
      const names = files.filter((name) => extname(name) === ending);
      return { name: names.join(" + "), weight: total(names.map((name) => weights.get(name))), limit };
    });
    for (const { name, weight, limit } of parts) console.log(row(name, weight, kilobytes(limit)));
    const limit = parts.reduce((sum, { limit }) => sum + limit, 0);
    console.log(row(`**${page}**`, total(parts.map(({ weight }) => weight)), kilobytes(limit)));
    over.push(...parts.filter(({ weight, limit }) => weight.brotli > limit));
    for (const name of files) told.add(name);
  }
  for (const [name, weight] of weights) if (!told.has(name)) console.log(row(name, weight));

  if (over.length === 0) return;
  console.log(`\n${over.map(excess).join("; ")}`);
  process.exitCode = 1;
}

await main();
