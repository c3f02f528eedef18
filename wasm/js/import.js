// What people call to make an article of what is written in another format.

import * as core from "./satr_import.js";
import { SatrError } from "./error.js";
import { importer } from "./files.js";
import { ownOf, toBytes } from "./input.js";
import { kind } from "./kind.js";
import { loader } from "./load.js";
import { toNotes } from "./notes.js";
import { runner } from "./run.js";

export { SatrError };

/** Loads the wasm, once. */
export const init = loader(core.initSync, importer);
const run = runner(core.__wbg_reset_state);

/** Reads an article from a text or the UTF-8 bytes of one. */
export async function importArticle(source, options) {
  const format = ownOf(options).format ?? "auto";
  if (typeof source !== "string" && !ArrayBuffer.isView(source) && kind(source) !== "ArrayBuffer") {
    throw new SatrError("bad-type", `expected a text or UTF-8 bytes, ${kind(source)} came`);
  }
  const bytes = toBytes(source);
  await init();
  // What is no text names no format, and the core says so.
  const [json, reports] = run(core.importArticle, bytes, typeof format === "string" ? format : "");
  return { article: JSON.parse(json), notes: toNotes(reports) };
}
