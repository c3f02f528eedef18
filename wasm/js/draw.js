// An article and a target in, the article drawn there: at once or by and by, anew or where it has changed.

import * as core from "./satr.js";
import { attend, fill, leave } from "./attend.js";
import { init, run } from "./core.js";
import { toBytes, toOptions } from "./input.js";
import { followAddress } from "./links.js";
import { toNotes } from "./notes.js";
import { elementsIn, parentOf, put } from "./platform.js";
import { withRepair } from "./repair.js";
import { breath, finish, pace } from "./slices.js";
import { dress } from "./style.js";

/** How many comments are drawn at a time of an article in slices. */
const COMMENTS = 400;

/** Whose a target is that was cleared. */
const NOBODY = {};

/** How many drawings were asked for. */
let calls = 0;

/** What each target shows: by which `call`, for which `view`, the one element that it is, and whether that is no page. */
const places = new WeakMap();

/** The call by which each target is being drawn, or was. */
const begun = new WeakMap();

/** Puts what is no page in the place of what a target holds; what was asked for before comes too late. */
export function show(target, root) {
  put(target, root);
  places.set(target, { call: (calls += 1), view: places.get(target)?.view, root, isState: true });
}

/** Takes it that a target shows this element, for a view if there is one. */
export function own(target, root, view) {
  places.set(target, { call: (calls += 1), view, root });
}

/** Takes what a view shows out of its target, and sees to it no more. */
export function clear(target, view) {
  const place = places.get(target);
  if (place?.view !== view) return; // it is another's
  if (parentOf(place.root) === target) put(target);
  own(target, undefined, NOBODY);
  leave(target);
}

/**
 * Draws an article as what a `view` shows in a target; or, to update it, only where it is another than before. Of several
 * calls for one target the last stays.
 */
export async function draw(article, target, view, options, isUpdate) {
  const call = (calls += 1);
  const defaults = { now: Date.now(), tools: tools() };
  const { json, renderBlock, storage, slice, signal, ...dressing } = toOptions(options, defaults);
  const bytes = toBytes(article);
  await Promise.all([init(), dress(target, dressing)]);

  /** One call may wait for what another does not: who was called later may have been here before. */
  const isLate = () => {
    signal?.throwIfAborted();
    const place = places.get(target);
    return place?.call > call || (isUpdate && (place?.view ?? view) !== view);
  };
  const tapeOf = (repair, part) => run(core.render, bytes, json, repair, target, part);
  const [tape, repair, note] = await withRepair((repair) =>
    isLate() ? LATE : tapeOf(repair, slice ? [COMMENTS] : undefined),
  );
  if (tape === LATE || isLate()) return { notes: [], drawn: false };
  begun.set(target, call);
  const [reports, pen] = tape;

  const place = places.get(target);
  const isThere = place?.view === view && !place.isState && parentOf(place.root) === target;
  const old = isUpdate && isThere ? place.root : undefined;
  const reveal = (root) => {
    if (!old && parentOf(root) !== target) put(target, root);
    places.set(target, { call, view, root: old ?? root });
    attend(target, storage);
  };
  const pause = async (root) => {
    if (!old && parentOf(root) !== target) reveal(root);
    await breath();
    return !isLate() && begun.get(target) === call; // what is being built goes by what was drawn before
  };
  const root = slice
    ? await buildSlices(tape, old, (part) => tapeOf(repair, part), pause)
    : finish(pen.build(old));
  if (!root) return { notes: [], drawn: false };
  if (old) {
    if (parentOf(old) !== target) put(target, old); // somebody has emptied it meanwhile
    pen.morph(old, root);
  }
  reveal(root);
  fill(target, renderBlock);
  followAddress(target);
  const notes = toNotes(reports);
  return { notes: note ? [...notes, note] : notes, drawn: true };
}

/** Builds a page from its first tape, and from those that `more` gives of its parts; nothing, once a pause says no. */
async function buildSlices([, pen, next], old, more, pause) {
  const root = await pace(pen.build(old, next !== undefined), pause);
  const [oldComments] = old ? elementsIn(old, ".satr-comments") : [];
  while (root && next) {
    const [, pen, later] = more(next);
    if (!(await pause(root))) return undefined;
    const part = await pace(pen.build(oldComments), () => pause(root));
    if (!part) return undefined;
    const [list] = elementsIn(root, ".satr-comments > ol");
    // Threads, and what only names one; behind them, where the page was cut, the word that it was.
    for (const child of [...part.childNodes]) {
      if (child.localName === "ol") list.append(...child.childNodes);
      else root.append(child);
    }
    next = later;
    if (!(await pause(root))) return undefined;
  }
  return root;
}

/** What readers can do, since here a script sees to it, and the device to sharing. */
function tools() {
  return ["fontSize", "print", "copy", ...(globalThis.navigator?.share ? ["share"] : [])];
}

/** In the place of a tape, that none is wanted any more. */
const LATE = Symbol("late");
