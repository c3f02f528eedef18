// Where the package's files are in, what they hold out.

import { coded, SatrError } from "./error.js";
import { kind } from "./platform.js";

/**
 * Makes the function that loads a core, once: `boot` starts what is read from its source, an address, a `Response`,
 * bytes, or a compiled module; if none is named, from `home()`. While it loads and after, the first call's source
 * stands; after a failure it may be called again.
 */
export function loader(boot, home) {
  let ready;
  return (source = home()) =>
    (ready ??= start(boot, source).catch(async (error) => {
      ready = undefined;
      throw coded(error, "no-wasm", await hindrance());
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

async function start(boot, source) {
  await boot({ module_or_path: await contents(await source, "the wasm has not come") });
}

/**
 * The bytes of an address or a `Response`; whatever else there is, as it is. A response is read whole: what fails before
 * is the network, what fails after is not.
 */
export async function contents(source, why) {
  if (source instanceof URL && source.protocol === "file:") {
    // Servers fetch no files; they read them.
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
    return readFile(source);
  }
  if (!["String", "URL", "Request", "Response"].includes(kind(source))) return source;
  try {
    return await (await receive(source)).arrayBuffer();
  } catch (error) {
    throw new SatrError("network", why, error);
  }
}

/** The good answer of an address; or a response itself, if it is good. */
export async function receive(source) {
  const response = kind(source) === "Response" ? source : await fetch(source);
  if (!response.ok) throw new Error(`${response.url || source} answered ${response.status}`);
  return response;
}
