/** Sources in, what a visitor loads of them out: each entry and all that it imports in one small file. */
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { OLDEST } from "./promises.mjs";

/** Node's own, never loaded in a browser; what only an address leads to; and what is an entry of its own. */
const OUTSIDE = ["node:*", "fonts/*", "./text.js", "./import.js"];

/** The files, `{ path, contents }`; what is imported later, by `import()`, stays a file of its own. */
export async function bundle(entryPoints, options) {
  const { outputFiles } = await build({
    entryPoints,
    outdir: "/", // nothing is written; splitting wants to know where it would be
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    format: "esm",
    charset: "utf8",
    target: Object.entries(OLDEST).map(([engine, version]) => `${engine}${version}`),
    external: [...OUTSIDE, "./extras.js", "./comments.js"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    ...options,
  });
  return outputFiles;
}

/** How a script is bundled that is to take only these bytes for the packed files it asks for, by name. */
export function heldTo(hashes) {
  return { define: { SATR_HASHES: JSON.stringify(hashes) } };
}

/** How a script is bundled that shares `index.js` with its page, and says of which version it is. */
export function beside(version) {
  return { ...ofVersion(version), external: [...OUTSIDE, "./index.js", "./comments.js"] };
}

function ofVersion(version) {
  return { define: { SATR_VERSION: JSON.stringify(version) } };
}

/** How a script is bundled for servers, which have nothing to draw nodes in. */
export const WITHOUT_DOM = {
  plugins: [
    {
      name: "without-dom",
      setup: ({ onLoad }) =>
        onLoad({ filter: /[\\/]dom\.js$/ }, async ({ path }) => {
          const names = [...(await readFile(path, "utf8")).matchAll(/^export function (\w+)/gm)];
          return { contents: names.map(([, name]) => `export const ${name} = () => {};`).join("\n") };
        }),
    },
  ],
};

/** The place of a script that is none of a module's; one that a page holds itself has that page's. */
const CLASSIC_PLACE = `
const { currentScript, baseURI } = globalThis.document ?? {};
export const SATR_PLACE = currentScript?.src || baseURI;
`;

/** How a script is bundled that holds what lies in a folder: the wasm, the sheet, and what is otherwise imported later. */
export function holding(folder, format, version) {
  const files = `
import wasm from "./satr_bg.wasm";
import css from "./satr.css";
export const article = () => ({ source: wasm });
export const sheet = () => ({ source: new Response(css) });
`;
  const plugin = {
    name: "holding",
    setup: ({ onResolve, onLoad }) => {
      onLoad({ filter: /[\\/]files\.js$/ }, () => ({ contents: files, resolveDir: folder }));
      onResolve({ filter: /^satr:place$/ }, ({ path }) => ({ path, namespace: "satr" }));
      onLoad({ filter: /./, namespace: "satr" }, () => ({ contents: CLASSIC_PLACE }));
    },
  };
  const isClassic = format === "iife";
  return {
    splitting: false,
    format,
    loader: { ".wasm": "binary", ".css": "text" },
    external: OUTSIDE,
    plugins: [plugin],
    define: { ...ofVersion(version).define, ...(isClassic && { "import.meta.url": "SATR_PLACE" }) },
    ...(isClassic && { globalName: "Satr", outExtension: { ".js": ".global.js" }, inject: ["satr:place"] }),
  };
}
