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
    (ready ??= start(boot, source).catch((error) => {
      ready = undefined;
      throw coded(error, "no-wasm", "the wasm cannot be run");
    }));
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
