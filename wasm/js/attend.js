// What is drawn in, what happens to it afterwards seen to: the host's own blocks, the reader's clicks, broken pictures.

import { asksToShare, follow } from "./links.js";
import { closest, documentOf, elementsIn, emit, listen, windowOf } from "./platform.js";
import { applySize, keptSize, nextSize } from "./size.js";

/** What more than following a link or nothing at all comes of a click on. */
const ACTIVE = ":is(a, button):is([data-player], [data-copy], [data-act]), .satr-note-ref > a";

/** The targets that are seen to, and of each how large its reader wants the text, where that may be kept, and its end. */
const attended = new WeakMap();

/** Sees to what happens in a target from now on. What is done then is loaded when it happens first. */
export function attend(target, storage) {
  const known = attended.get(target);
  const size = known?.size ?? keptSize(storage);
  const end = known?.end ?? new AbortController();
  attended.set(target, { size, storage, end });
  const [article] = elementsIn(target, ".satr");
  if (article && size !== 1) applySize(article, size);
  const [contents] = elementsIn(target, ".satr-contents");
  if (contents) extras((deeds) => deeds.follow(contents));
  if (known) return;
  listen(target, "click", onClick, end.signal);
  listen(target, "error", onError, end.signal);
}

/** Sees to a target no more. */
export function leave(target) {
  attended.get(target)?.end.abort();
  attended.delete(target);
}

/** What is rarely used, in a file of its own. */
function extras(use, otherwise = () => {}) {
  import("./extras.js").then(use, otherwise).catch((error) => console.error("Satr:", error));
}

/** The element that a selector means, from where an event happened upwards, if it is not the host's own. */
function ours({ target, currentTarget }, selector) {
  const element = closest(target, selector);
  // The article stands right in the target; one that its host has put into it is seen to as that of another.
  return element && closest(element, ".satr, .satr-custom, slot")?.parentNode === currentTarget ? element : null;
}

/** A click on a link or a button: not one that asks for another tab, nor one that somebody else has seen to. */
function onClick(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey, currentTarget } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
  const element = ours(event, ACTIVE);
  if (!element) {
    const link = ours(event, "a[href]");
    return link && follow(event, link);
  }
  event.preventDefault();
  const deed = deedOf(element);
  if (deed === "smaller" || deed === "larger") return resize(currentTarget, element, deed);
  const isSharing = closest(element, ".satr-share");
  if (isSharing && !asksToShare(currentTarget, element, deed === "share" ? "device" : "copy")) return;
  const otherwise = () => element.href && windowOf(documentOf(element)).open(element.href, "_self"); // as without a script
  extras((deeds) => deeds[deed](element), otherwise);
}

/** What a click does, as `extras.js` calls it. */
function deedOf(element) {
  if (element.hasAttribute("data-player")) return "play";
  return element.getAttribute("data-act") ?? (element.hasAttribute("data-copy") ? "copy" : "preview");
}

function resize(target, button, act) {
  const { size, ...kept } = attended.get(target);
  const next = nextSize(size, act, kept.storage);
  attended.set(target, { size: next, ...kept });
  applySize(closest(button, ".satr"), next);
}

/** A picture that has not come; those of a page that nobody sees are let be. */
function onError(event) {
  const image = ours(event, "img");
  if (image?.isConnected) extras(({ mend }) => mend(image)); // or else its text stands there all the same
}

/** By what each of the host's own blocks was drawn that it has been asked to. */
const filled = new WeakMap();

/** Lets the host draw its own blocks; what it returns, a node, stands in the place of the block's text. */
export function fill(target, renderBlock) {
  for (const block of elementsIn(target, ".satr-custom[data-name]")) {
    if (filled.has(block) && filled.get(block) === renderBlock) continue; // nothing of it has changed
    filled.set(block, renderBlock);
    try {
      const { name, json } = block.dataset;
      const data = json ? JSON.parse(json) : null;
      const drawn = renderBlock?.(name, data, block);
      if (drawn instanceof Node) block.replaceChildren(drawn);
      emit(target, "satr-block", { kind: name, data, element: block });
    } catch (error) {
      console.error("Satr: renderBlock", error); // the block keeps its text
    }
  }
}
