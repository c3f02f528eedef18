/** Sources in, what a visitor would load of them out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { RIVALS } from "./contenders.js";

/** Every rival as one file: `{name, code, brotli}`, the last in bytes. */
export function bundleRivals() {
  return Promise.all(
    RIVALS.map(async ({ name, file, jsx }) => {
      const entry = fileURLToPath(new URL(`rivals/${file}`, import.meta.url));
      const code = await bundle(entry, jsx && { jsx: "automatic", jsxImportSource: jsx });
      return { name, code, brotli: brotliCompressSync(code).length };
    }),
  );
}

/** The bytes of the package's script and wasm, compressed; styles and font, which all would need, are not counted. */
export async function measurePackage(packageDir) {
  const script = await bundle(join(packageDir, "index.js"));
  const wasm = await readFile(join(packageDir, "satr_bg.wasm"));
  return brotliCompressSync(script).length + brotliCompressSync(wasm).length;
}

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    external: ["node:*"], // named where the package runs in Node, never loaded in a browser
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    ...options,
  });
  return outputFiles[0].contents;
}
