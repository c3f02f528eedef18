// What people call. The wasm behind it is loaded by the first call, once.

import { attend, fill } from "./attend.js";
import { init, run } from "./core.js";
import { clear, draw, own, show } from "./draw.js";
import { SatrError } from "./error.js";
import { ownOf, toOptions } from "./input.js";
import { followAddress } from "./links.js";
import { elementsIn, focus, nodeType } from "./platform.js";
import { drawState, readState, retryOnline } from "./state.js";
import * as core from "./satr.js";
import { dress } from "./style.js";

export { init, SatrError };
export { renderToBytes, renderToString } from "./ssr.js";

/**
 * Draws an article in the place of what `target` holds, an element or a shadow root. If it fails, the target
 * keeps what it has. Of several calls for one target, the last to be called stays.
 */
export async function render(article, target, options) {
  checkPlace(target);
  const view = viewOf(target, options);
  return { ...(await draw(article, target, view, options)), ...view };
}

/** Sees to a page that a server has drawn into `target` as to one that `render` has; the sheet comes when it comes. */
export function adopt(target, options) {
  checkPlace(target);
  const { storage, renderBlock, ...dressing } = toOptions(options);
  const [root] = elementsIn(target, ".satr");
  if (root?.parentNode !== target) throw new SatrError("bad-target", "expected a page that a server has drawn");
  const view = viewOf(target, options);
  own(target, root, view);
  attend(target, storage);
  fill(target, renderBlock);
  followAddress(target);
  dress(target, dressing);
  return view;
}

/** What can be done with a page that is drawn. */
function viewOf(target, options) {
  const { signal, ...kept } = ownOf(options); // the signal is that of one drawing
  const view = {
    update: (article, changes) => draw(article, target, view, { ...kept, ...ownOf(changes) }, true),
    destroy: () => clear(target, view),
  };
  return view;
}

/**
 * Shows, in the place of what `target` holds, that an article is awaited or why there is none; with `retry`, a button
 * that calls it. What is drawn into the target afterwards takes its place. Resolves when it is dressed.
 */
export function showState(target, state, options) {
  checkPlace(target);
  const { styles, font, ...words } = ownOf(options);
  const wish = readState(state, words);
  const dressed = dress(target, toOptions({ styles, font }));
  const isFocused = elementsIn(target, ":focus").length > 0;
  const root = drawState(target, wish);
  show(target, root);
  if (isFocused) focus(root); // whoever was in what is gone, as on its button, is where they were
  if (state === "offline" && wish.retry) retryOnline(root, wish.retry);
  return dressed;
}

/** Whether a text may be Persian, as far as it shows: for who is about to send it where Persian is read. */
export async function mayBePersian(text) {
  await init();
  return run(core.mayBePersian, String(text));
}

function checkPlace(target) {
  let type;
  try {
    type = nodeType(target);
  } catch {
    // no node at all
  }
  if (![1, 11].includes(type)) throw new SatrError("bad-target", "expected an element or a shadow root");
}
