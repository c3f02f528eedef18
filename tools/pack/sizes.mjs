/** Built files in, what they weigh out. */
import { constants, brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

/** The bytes of a file as it is, and as a server sends it. */
export function weigh(contents) {
  const sent = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: contents.length, brotli: sent.length };
}

/** The sum of weights. */
export function total(weights) {
  const sum = (key) => weights.reduce((sum, weight) => sum + weight[key], 0);
  return { raw: sum("raw"), brotli: sum("brotli") };
}

/** A kilobyte has 1000 bytes. */
export function kilobytes(bytes) {
  return (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
}

/** The files of a package that a page with one article loads: scripts without what they import later, wasm, sheet. */
export async function loadedAtFirst(packageDir) {
  return [...(await scriptsOf(packageDir, "index.js")), "satr_bg.wasm", "satr.css"];
}

/** The files that a page with one article in its tag loads. */
export async function loadedForElement(packageDir) {
  return [...(await scriptsOf(packageDir, "element.js")), "satr_bg.wasm", "satr.css"];
}

/** The files that a page loads besides when comments come near. */
export async function loadedForComments(packageDir) {
  const before = await scriptsOf(packageDir, "element.js");
  return (await scriptsOf(packageDir, "comments.js")).filter((name) => !before.includes(name));
}

/** The files that a page with dates and numbers alone loads. */
export async function loadedForFormat(packageDir) {
  return [...(await scriptsOf(packageDir, "format.js")), "satr_format_bg.wasm"];
}

/** The files that a page loads besides when its article is to be repaired, or that one with texts alone loads. */
export async function loadedForText(packageDir) {
  return [...(await scriptsOf(packageDir, "text.js")), "satr_text_bg.wasm", "satr.zwnj"];
}

/** The files that a page loads to import others' formats. */
export async function loadedForImport(packageDir) {
  return [...(await scriptsOf(packageDir, "import.js")), "satr_import_bg.wasm"];
}

/** An entry and the scripts it imports at once. */
async function scriptsOf(packageDir, entry) {
  const { metafile } = await build({
    absWorkingDir: packageDir,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    external: ["node:*", "./text.js", "./import.js"],
  });
  const scripts = new Set([entry]);
  // A set that grows while it is walked is walked to its end.
  for (const script of scripts)
    for (const { path, kind } of metafile.inputs[script].imports)
      if (kind === "import-statement") scripts.add(path);
  return [...scripts];
}
