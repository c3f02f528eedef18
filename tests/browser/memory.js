/** A compiled core in, the same core for a machine that has next to no memory out; for pages and Node alike. */
import { refuses } from "./expect.js";
import { REFUSED } from "./inputs.js";

/** Of 64 KiB each: what it may take over what it begins with. */
const PAGES = 24;
/** Paragraphs: so many fit in there, but not beside what a trap has left behind; so many do not. */
const FITS = 1500;
const BURSTS = 8000;
const MEMORY_SECTION = 5;

/** Holds when an article too large for the memory ends in a code, and the next one is drawn, time and again. */
export async function survives({ init, renderToString }, wasm) {
  await init(limited(wasm));
  await renderToString(article(FITS));
  for (let round = 0; round < 3; round += 1) {
    const { cause } = await refuses(() => renderToString(article(BURSTS)), "internal");
    if (!(cause instanceof WebAssembly.RuntimeError)) throw new Error(`expected a trap, got ${cause}`);
    await renderToString(article(FITS));
  }
  // Had these been copied into the memory, they would have ended in a trap.
  for (const { make } of REFUSED.filter(({ code }) => code === "too-large")) {
    await refuses(() => renderToString(make()), "too-large");
  }
}

function article(paragraphs) {
  return { headline: "سطر", body: "باران از صبح آغاز شد.\n\n".repeat(paragraphs) };
}

/** Gives the memory of a module a limit: https://webassembly.github.io/spec/core/binary/modules.html#memory-section */
export function limited(wasm) {
  let at = 8;
  for (;;) {
    const id = wasm[at];
    const [length, start] = read(wasm, at + 1);
    if (id === MEMORY_SECTION) {
      const [least] = read(wasm, start + 2);
      const limited = [1, 1, ...number(least), ...number(least + PAGES)];
      return Uint8Array.from([...wasm.subarray(0, at), id, limited.length, ...limited, ...wasm.subarray(start + length)]);
    }
    at = start + length;
    if (at >= wasm.length) throw new Error("the module has no memory");
  }
}

/** A number in LEB128, and where it ends. */
function read(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
  }
}

function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)];
}
