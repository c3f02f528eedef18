// What people call. The wasm behind it is loaded by the first call, once.

import * as core from "./satr.js";
import { attend, fill } from "./attend.js";
import { SatrError } from "./error.js";
import { ownOf, toBytes, toOptions } from "./input.js";
import { loader } from "./load.js";
import { toNotes } from "./notes.js";
import { elementsIn, focus, nodeType, put } from "./platform.js";
import { withRepair } from "./repair.js";
import { runner } from "./run.js";
import { drawState, readState, retryOnline } from "./state.js";
import { dress } from "./style.js";

export { SatrError };

/** Every other function does this by itself; call it to load the wasm early, or to say where it is. */
export const init = loader(core.default, () => new URL("satr_bg.wasm", import.meta.url));
const run = runner(core.__wbg_reset_state);

/** How many times `render` was called, and which of these calls each target shows. */
let calls = 0;
const shown = new WeakMap();

/**
 * Draws an article in the place of what `target` holds, an element or a shadow root. If it fails, the target
 * keeps what it has. Of several calls for one target, the last to be called stays.
 */
export async function render(article, target, options) {
  const call = (calls += 1);
  if (!isPlace(target)) throw new SatrError("bad-target", "expected an element or a shadow root");
  const { json, renderBlock, storage, ...dressing } = toOptions(options, { now: Date.now(), tools: tools() });
  const bytes = toBytes(article);
  await Promise.all([init(), dress(target, dressing)]);
  // One call may wait for what another does not: who was called later may have been here before.
  const [reports, note] = await withRepair((repair) => {
    if (shown.get(target) > call) return LATE;
    const reports = run(core.render, bytes, json, repair, target);
    if (reports !== undefined) {
      shown.set(target, call);
      attend(target, storage);
    }
    return reports;
  });
  if (reports === LATE) return { notes: [], drawn: false };
  if (renderBlock) fill(target, renderBlock);
  const notes = toNotes(reports);
  return { notes: note ? [...notes, note] : notes, drawn: true };
}

/** What readers can do, since here a script sees to it, and the device to sharing. */
function tools() {
  return ["fontSize", "print", "copy", ...(globalThis.navigator?.share ? ["share"] : [])];
}

/** In the place of what a drawing gives, that there was none. */
const LATE = Symbol("late");

/**
 * Shows, in the place of what `target` holds, that an article is awaited or why there is none; with `retry`, a button
 * that calls it. What is drawn into the target afterwards takes its place.
 */
export function showState(target, state, options) {
  if (!isPlace(target)) throw new SatrError("bad-target", "expected an element or a shadow root");
  const { styles, font, ...words } = ownOf(options);
  const wish = readState(state, words);
  dress(target, toOptions({ styles, font }));
  shown.set(target, (calls += 1)); // a drawing that was asked for before comes too late
  const isFocused = elementsIn(target, ":focus").length > 0;
  const root = drawState(target, wish);
  put(target, root);
  if (isFocused) focus(root); // whoever was in what is gone, as on its button, is where they were
  if (state === "offline" && wish.retry) retryOnline(root, wish.retry);
}

/** Draws an article as the UTF-8 bytes of its HTML: what a server sends. */
export async function renderToBytes(article, options) {
  const { json } = toOptions(options);
  const bytes = toBytes(article);
  await init();
  const [html] = await withRepair((repair) => run(core.renderToBytes, bytes, json, repair));
  return html;
}

/** Draws an article as a string of HTML. */
export async function renderToString(article, options) {
  return new TextDecoder().decode(await renderToBytes(article, options));
}

function isPlace(target) {
  try {
    return [1, 11].includes(nodeType(target));
  } catch {
    return false; // no node at all
  }
}
