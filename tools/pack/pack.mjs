/**
 * A built package in, the same package as small as it gets out: `node pack.mjs PACKAGE_DIR OUT_DIR`.
 *
 * The scripts of each entry become one file, with what is imported later in files of its own; sheets lose what nobody reads; the wasm is
 * optimised once more. Types, schema, font and licences stay as they are.
 */
import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundle } from "./bundle.mjs";

const WASM_OPT = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-opt", import.meta.url));

/** Who bundles the package for a page leaves Node's modules alone, if told by comments; esbuild has dropped ours. */
function forBundlers(script) {
  return script.replaceAll(/import\((?=["'`]node:)/g, "import(/* @vite-ignore */ /* webpackIgnore: true */ ");
}

async function main() {
  const [packageDir, outDir] = process.argv.slice(2).map((path) => resolve(path));
  if (outDir === undefined) {
    console.error("usage: node pack.mjs PACKAGE_DIR OUT_DIR");
    process.exit(2);
  }
  const from = (name) => join(packageDir, name);
  const to = (name) => join(outDir, name);

  // Apart, so that what both entries use is in each, and neither asks for a second file.
  for (const entries of [["index.js", "satr.css", "font.css"], ["extras.js"], ["format.js"], ["text.js"], ["import.js"]])
    for (const { path, text } of await bundle(entries.map(from))) await writeFile(to(basename(path)), forBundlers(text));
  // What the wasm may be made of, wasm-opt takes from the list that the compiler has left in it.
  for (const name of ["satr_bg.wasm", "satr_format_bg.wasm", "satr_text_bg.wasm", "satr_import_bg.wasm"])
    await promisify(execFile)(process.execPath, [
      WASM_OPT,
      from(name),
      ...["-o", to(name)],
      // Control flow is taken apart and put together anew between two rounds: half a hundredth less.
      ...["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "--strip-debug", "--strip-producers"],
      // No address is below 1024 but in a stack that is full, so that sums of addresses may be put into their loads.
      ...["--low-memory-unused", "--strip-target-features"],
    ]);
  const types = ["index.d.ts", "article.d.ts", "article.schema.json", "format.d.ts", "text.d.ts", "import.d.ts"];
  for (const name of [...types, "satr.zwnj", "satr.zwnj.md", "fonts", "LICENSE-APACHE", "LICENSE-MIT"])
    await cp(from(name), to(name), { recursive: true });

  const { devDependencies, ...manifest } = JSON.parse(await readFile(from("package.json"), "utf8"));
  await writeFile(to("package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

await main();
