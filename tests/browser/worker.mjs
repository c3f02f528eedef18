/** A test in, a message `{ name, error? }` of what came of it out; for the workers of run.mjs. */
import { parentPort } from "node:worker_threads";

export async function test(name, body) {
  try {
    const said = await body();
    parentPort.postMessage({ name: `node: ${name}${typeof said === "string" ? `: ${said}` : ""}` });
  } catch (error) {
    parentPort.postMessage({ name: `node: ${name}`, error: String(error?.message ?? error) });
  }
}
