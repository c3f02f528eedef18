/** Everyone's files in, the code that a visitor would load out; sheet and font, which all need, are not counted. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../tools/pack/bundle.mjs";
import { loadedAtFirst, total, weigh } from "../../tools/pack/sizes.mjs";
import { RIVALS } from "./contenders.js";

/** Every rival as one file: `{ name, code, weight }`. */
export function bundleRivals() {
  return Promise.all(
    RIVALS.map(async ({ name, file, jsx }) => {
      const entry = fileURLToPath(new URL(`rivals/${file}`, import.meta.url));
      const [{ contents }] = await bundle([entry], jsx && { jsx: "automatic", jsxImportSource: jsx });
      return { name, code: contents, weight: weigh(contents) };
    }),
  );
}

/** What the package's script and wasm weigh. */
export async function weighPackage(packageDir) {
  const files = (await loadedAtFirst(packageDir)).filter((name) => !name.endsWith(".css"));
  return total(await Promise.all(files.map(async (name) => weigh(await readFile(join(packageDir, name))))));
}
