/**
 * A package that breaks when its options name a fault in, every law of recovery tested; for pages and Node alike.
 *
 * `wasm/src/faults.rs` has the faults. None is a mistake of the article's: each is met in the midst of its drawing.
 */
import { amid } from "./broken.js";
import { refuses, sameBytes } from "./expect.js";

const isTrap = (cause) => cause instanceof WebAssembly.RuntimeError;

/** By name: whether what an engine threw is what was to be met. */
const FAULTS = {
  panic: isTrap,
  abort: isTrap,
  // A RangeError in V8 and WebKit, an InternalError in Firefox.
  calls: ({ name, message }) => ["RangeError", "InternalError"].includes(name) && /stack|recursion/.test(message),
  stack: isTrap,
  memory: isTrap,
  address: isTrap,
  function: isTrap,
  exception: (cause) => cause instanceof SyntaxError,
};

/** Milliseconds that one trap, the drawing before it and the one after it may take. */
export const PER_TRAP = 1000;
/** Bytes that the heap may differ by between two looks at it, however many traps lie between. */
const STIR = 160 * 1024;

/**
 * `draw(options)` draws the one article and checks what came of it; `breaks` is each way to draw it without a check,
 * by the name of its export. `measure()` resolves to bytes: of the live instance's `memory` and, where the engine
 * tells, of the `heap` once all that can go is gone.
 */
export async function checkRecovery(test, { draw, breaks, measure }, traps) {
  const strike = (act, fault) =>
    refuses(() => act({ fault }), "internal").then(({ cause }) => {
      if (!FAULTS[fault](cause)) throw new Error(`met was ${cause?.name}: ${cause?.message}`);
    });

  for (const [name, act] of Object.entries(breaks)) {
    for (const fault of Object.keys(FAULTS)) {
      await test(`after ${fault} in ${name} the next article is drawn`, async () => {
        await draw();
        for (let round = 0; round < 3; round += 1) {
          await strike(act, fault);
          await draw();
        }
      });
    }
  }

  await test("a call that waits while another breaks is drawn", async () => {
    await Promise.all([strike(breaks.renderToBytes, "panic"), draw(), strike(breaks.renderToBytes, "calls"), draw()]);
  });

  await test("a trap is known for one where every object has the names of errors", async () => {
    await amid(Object.prototype, { code: "empty", detail: "x" }, () => strike(breaks.renderToBytes, "panic"));
    await draw();
  });

  const flat = async () => {
    const acts = Object.values(breaks);
    const faults = Object.keys(FAULTS);
    let early;
    for (let trap = 0; trap < traps; trap += 1) {
      // When a tenth is done, every kind has been met and everything that is made once is made.
      if (trap === Math.max(faults.length, Math.floor(traps / 10))) early = await measure();
      await strike(acts[trap % acts.length], faults[trap % faults.length]);
      await draw();
    }
    const late = await measure();
    const said = `${JSON.stringify(early)} became ${JSON.stringify(late)}`;
    if (late.memory !== early.memory || late.heap > early.heap + STIR) throw new Error(said);
    return said;
  };
  await test(`${traps} traps leave memory as it was`, flat, traps * PER_TRAP);
}

/** Holds when an article is drawn as the bytes that are expected of it. */
export function bytesOf({ renderToBytes }, article, expected) {
  return async () => sameBytes(await renderToBytes(article), expected);
}

/** Bytes of linear memory that the instance has which lives now; its glue, once loaded, gives it for the asking. */
export async function linearMemory(boot) {
  const { memory } = await boot();
  return memory.buffer.byteLength;
}
