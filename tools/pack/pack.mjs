/**
 * A built package in, the same package as small as it gets out: `node pack.mjs PACKAGE_DIR OUT_DIR`.
 *
 * The wasm is optimised once more; sheets lose what nobody reads; the scripts of each entry become one file, with what
 * is imported later in files of its own, and take no other wasm than that which was packed with them. Types, schema,
 * font and licences stay as they are. `custom-elements.json` tells what the elements promise, `integrity.json` what each
 * file hashes to.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { WITHOUT_DOM, beside, bundle, heldTo, holding } from "./bundle.mjs";
import { manifestOf } from "./elements.mjs";

const WASM_OPT = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-opt", import.meta.url));

const WASM = ["satr_bg.wasm", "satr_format_bg.wasm", "satr_text_bg.wasm", "satr_import_bg.wasm"];

/** What stays as it is. */
const KEPT = [
  ...["index.d.ts", "article.d.ts", "article.schema.json", "format.d.ts", "text.d.ts", "import.d.ts", "ssr.d.ts"],
  ...["element.d.ts", "comments.d.ts", "inline.d.ts", "inline.global.d.ts"],
  ...["satr.zwnj", "satr.zwnj.md", "fonts", "LICENSE-APACHE", "LICENSE-MIT"],
];

/** Who bundles the package for a page leaves Node's modules alone, if told by comments; esbuild has dropped ours. */
function forBundlers(script) {
  return script.replaceAll(/import\((?=["'`]node:)/g, "import(/* @vite-ignore */ /* webpackIgnore: true */ ");
}

/** As `fetch` and the `integrity` of an element take it. */
async function hashOf(file) {
  return `sha384-${createHash("sha384").update(await readFile(file)).digest("base64")}`;
}

/** What the files of these names in a folder hash to. */
async function hashesOf(folder, names) {
  const hashes = names.map(async (name) => [name.replaceAll(sep, "/"), await hashOf(join(folder, name))]);
  return Object.fromEntries(await Promise.all(hashes));
}

async function optimise(from, to) {
  await promisify(execFile)(process.execPath, [
    WASM_OPT,
    from,
    ...["-o", to],
    // Control flow is taken apart and put together anew between two rounds: half a hundredth less.
    ...["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "--strip-debug", "--strip-producers"],
    // No address is below 1024 but in a stack that is full, so that sums of addresses may be put into their loads.
    // What the wasm may be made of, wasm-opt takes from the list that the compiler has left in it.
    ...["--low-memory-unused", "--strip-target-features"],
  ]);
}

async function main() {
  const [packageDir, outDir] = process.argv.slice(2).map((path) => resolve(path));
  if (outDir === undefined) {
    console.error("usage: node pack.mjs PACKAGE_DIR OUT_DIR");
    process.exit(2);
  }
  const from = (name) => join(packageDir, name);
  const to = (name) => join(outDir, name);
  const pack = async (entries, options) => {
    for (const { path, text } of await bundle(entries.map(from), options))
      await writeFile(to(basename(path)), forBundlers(text));
  };

  const { devDependencies, ...manifest } = JSON.parse(await readFile(from("package.json"), "utf8"));
  const { version } = manifest;
  for (const name of KEPT) await cp(from(name), to(name), { recursive: true });
  for (const name of WASM) await optimise(from(name), to(name));
  await pack(["satr.css", "font.css"]);
  const held = async (...names) => heldTo(await hashesOf(outDir, names));
  // Each apart, so that what several use is in each of them, and none asks for a second file.
  await pack(["extras.js"]);
  await pack(["index.js"], await held("satr_bg.wasm"));
  await pack(["element.js"], beside(version));
  await pack(["comments.js"], beside(version));
  await pack(["ssr.js"], { ...(await held("satr_bg.wasm")), ...WITHOUT_DOM });
  await pack(["format.js"], await held("satr_format_bg.wasm"));
  await pack(["text.js"], await held("satr_text_bg.wasm", "satr.zwnj"));
  await pack(["import.js"], await held("satr_import_bg.wasm"));
  for (const format of ["esm", "iife"]) await pack(["inline.js"], holding(outDir, format, version));

  const source = (name) => readFile(from(name), "utf8");
  const elements = manifestOf("element.js", { "element.js": await source("element.js"), "tag.js": await source("tag.js") });
  await writeFile(to("custom-elements.json"), `${JSON.stringify(elements, null, 2)}\n`);
  await writeFile(to("package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = files.map((file) => file.slice(outDir.length + 1)).sort();
  await writeFile(to("integrity.json"), `${JSON.stringify(await hashesOf(outDir, names), null, 2)}\n`);
}

await main();
