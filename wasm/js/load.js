// Where the package's files are in, what they hold out.

import { coded, SatrError } from "./error.js";
import { kind } from "./kind.js";

/**
 * Makes the function that loads a core, once: `boot`, its glue's `initSync`, starts what is read from its source, an
 * address, a `Response`, bytes, or a compiled module; if none is named, from a file of `files.js`. While it loads and
 * after, the first call's source stands; after a failure it may be called again.
 */
export function loader(boot, file) {
  let ready;
  return (source) =>
    (ready ??= start(boot, source, file).catch(async (error) => {
      ready = undefined;
      throw coded(error, "no-wasm", error?.name === "SatrError" ? "" : await hindrance());
    }));
}

/** A module with nothing in it. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Why a wasm that has come does not run: where one with nothing in it does, it is the file. */
async function hindrance() {
  const { WebAssembly } = globalThis;
  if (!WebAssembly) return "this browser has no WebAssembly";
  return WebAssembly.instantiate(EMPTY).then(
    () => "the wasm cannot be run",
    () => "the page's policy lacks script-src 'wasm-unsafe-eval'",
  );
}

/** Compiled here, and not by the glue, which would bring all its ways to ask for a file: half a kilobyte. */
async function start(boot, source, file) {
  const held = await contents(await source, "the wasm", file);
  boot({ module: kind(held) === "WebAssembly.Module" ? held : await WebAssembly.compile(held) });
}

/**
 * The bytes of an address or a `Response`; whatever else there is, as it is; and of nothing, those of a file of ours,
 * which must be what was packed with the script.
 */
export async function contents(source, what, file) {
  if (source !== undefined) return read(source, `${what} has not come`);
  const own = find(file, what);
  return read(own.source, `${what} has not come, or is another version's than the script`, own.integrity);
}

/** A script without an address, as in a worker, has none to find a file by. */
function find(file, what) {
  try {
    return file();
  } catch (error) {
    throw new SatrError("no-wasm", `init() is to be told where ${what} is`, error);
  }
}

/** A response is read whole: what fails before is the network, what fails after is not. */
async function read(source, why, integrity) {
  if (source instanceof URL && source.protocol === "file:") {
    // Servers fetch no files; they read them.
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
    return readFile(source);
  }
  if (!["String", "URL", "Request", "Response"].includes(kind(source))) return source;
  try {
    return await (await receive(source, integrity)).arrayBuffer();
  } catch (error) {
    throw new SatrError("network", why, error);
  }
}

/** The good answer of an address, if it is what was expected; or a response itself, if it is good. */
export async function receive(source, integrity) {
  const response = kind(source) === "Response" ? source : await fetch(source, { integrity });
  if (!response.ok) throw new Error(`${response.url || source} answered ${response.status}`);
  return response;
}
