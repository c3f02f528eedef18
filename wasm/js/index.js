// What people call. The wasm behind it is loaded by the first call, once.

import boot, * as core from "./satr.js";
import { SatrError } from "./error.js";
import { toBytes } from "./input.js";
import { addFont, addStyles } from "./style.js";

export { SatrError };

let ready;

/**
 * Loads the wasm. Every other function does so by itself; call this to load it early, or to say where it is:
 * an address, a `Response`, bytes, or a compiled module. After a failure it may be called again.
 */
export function init(source) {
  ready ??= load(source).catch((error) => {
    ready = undefined;
    throw new SatrError("no-wasm", `the wasm cannot be loaded: ${error}`, error);
  });
  return ready;
}

async function load(source = new URL("satr_bg.wasm", import.meta.url)) {
  await boot({ module_or_path: await read(source) });
}

/** Servers fetch no files; they read them. */
async function read(source) {
  if (!(source instanceof URL) || source.protocol !== "file:") return source;
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
  return readFile(source);
}

/**
 * Draws an article in the place of what `target` holds, an element or a shadow root. If it fails, the target
 * keeps what it has.
 */
export async function render(article, target, options = {}) {
  if (target?.nodeType !== 1 && target?.nodeType !== 11) {
    throw new SatrError("bad-target", "expected an element or a shadow root");
  }
  const { styles = "auto", font = "vazirmatn", ...rest } = options;
  choose("styles", styles, ["auto", "none"]);
  choose("font", font, ["vazirmatn", "none"]);
  const bytes = toBytes(article);
  // Without its styles an article can still be read: that is no reason to fail.
  const dressed = styles === "auto" ? addStyles(target).catch((error) => console.warn("Satr:", error)) : null;
  await Promise.all([init(), dressed]);
  if (font === "vazirmatn") addFont(target);
  return { notes: call(core.render, bytes, JSON.stringify(rest), target) };
}

/** Draws an article as the UTF-8 bytes of its HTML: what a server sends. */
export async function renderToBytes(article, options = {}) {
  const bytes = toBytes(article);
  await init();
  return call(core.renderToBytes, bytes, JSON.stringify(options));
}

/** Draws an article as a string of HTML. */
export async function renderToString(article, options) {
  return new TextDecoder().decode(await renderToBytes(article, options));
}

function choose(name, choice, choices) {
  if (!choices.includes(choice)) {
    throw new SatrError("bad-options", `options.${name}: expected ${choices.join(" or ")}`);
  }
}

/** Calls an export; what it throws of its own is `{code, detail}`. */
function call(run, ...values) {
  try {
    return run(...values);
  } catch (error) {
    if (error?.code && error.detail) throw new SatrError(error.code, error.detail);
    throw new SatrError("internal", String(error), error);
  }
}
