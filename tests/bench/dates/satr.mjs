/** A packed package in, Satr's own ways in wasm out, by the task. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export async function ownWays(packageDir) {
  return {};
}
