/**
 * A packed package in, a table and a JSON file out: `node size.mjs PACKAGE_DIR RESULT_FILE`.
 *
 * The code that Satr and its rivals need for the same page, each packed in the same way.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { kilobytes } from "../../tools/pack/sizes.mjs";
import { bundleRivals, weighPackage } from "./bundle.mjs";
import { RIVALS, SATR } from "./contenders.js";

async function main() {
  const [packageDir, resultFile] = process.argv.slice(2).map((path) => resolve(path));
  if (resultFile === undefined) {
    console.error("usage: node size.mjs PACKAGE_DIR RESULT_FILE");
    process.exit(2);
  }
  const sizes = { [SATR.name]: await weighPackage(packageDir) };
  for (const { name, weight } of await bundleRivals()) sizes[name] = weight;
  await mkdir(dirname(resultFile), { recursive: true });
  await writeFile(resultFile, `${JSON.stringify(sizes, null, 1)}\n`);
  console.log("Minified code for the same page, in KB of 1000 bytes; satr.css and the font come to each. The rivals");
  console.log("take their data as it is: they check no address, clean no text, and have no word for what is wrong.\n");
  console.log("| | KB | brotli KB | Satr's to it |\n| --- | --- | --- | --- |");
  for (const { name, about } of [SATR, ...RIVALS]) {
    const { raw, brotli } = sizes[name];
    const ratio = (sizes[SATR.name].brotli / brotli).toFixed(2);
    console.log(`| ${about} | ${kilobytes(raw)} | ${kilobytes(brotli)} | ${ratio} |`);
  }
}

await main();
