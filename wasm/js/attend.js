// What is drawn in, what happens to it afterwards seen to: the host's own blocks, the reader's clicks, broken pictures.

import { closest, elementsIn, listen } from "./platform.js";
import { applySize, keptSize, nextSize } from "./size.js";

/** What more than following a link or nothing at all comes of a click on. */
const ACTIVE = ":is(a, button):is([data-player], [data-copy], [data-act]), .satr-note-ref > a";

/** The targets that are seen to, and of each how large its reader wants the text, and where that may be kept. */
const attended = new WeakMap();

/** Sees to what happens in a target from now on. What is done then is loaded when it happens first. */
export function attend(target, storage) {
  const known = attended.get(target);
  const size = known?.size ?? keptSize(storage);
  attended.set(target, { size, storage });
  const [article] = elementsIn(target, ".satr");
  if (article && size !== 1) applySize(article, size);
  const [contents] = elementsIn(target, ".satr-contents");
  if (contents) extras(({ follow }) => follow(contents));
  if (known) return;
  listen(target, "click", onClick);
  listen(target, "error", onError);
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

/** A click that is to do more than follow the link: not one that asks for another tab. */
function onClick(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey, currentTarget } = event;
  const element = ours(event, ACTIVE);
  if (!element || button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
  event.preventDefault();
  const deed = deedOf(element);
  if (deed === "smaller" || deed === "larger") return resize(currentTarget, element, deed);
  const follow = () => element.href && globalThis.open(element.href, "_self"); // as without a script
  extras((deeds) => deeds[deed](element), follow);
}

/** What a click does, as `extras.js` calls it. */
function deedOf(element) {
  if (element.hasAttribute("data-player")) return "play";
  return element.getAttribute("data-act") ?? (element.hasAttribute("data-copy") ? "copy" : "preview");
}

function resize(target, button, act) {
  const { size, storage } = attended.get(target);
  const next = nextSize(size, act, storage);
  attended.set(target, { size: next, storage });
  applySize(closest(button, ".satr"), next);
}

/** A picture that has not come; those of a page that nobody sees are let be. */
function onError(event) {
  const image = ours(event, "img");
  if (image?.isConnected) extras(({ mend }) => mend(image)); // or else its text stands there all the same
}

/** Lets the host draw its own blocks; what it returns, a node, stands in the place of the block's text. */
export function fill(target, renderBlock) {
  for (const block of elementsIn(target, ".satr-custom[data-name]")) {
    try {
      const { name, json } = block.dataset;
      const drawn = renderBlock(name, json ? JSON.parse(json) : null, block);
      if (drawn instanceof Node) block.replaceChildren(drawn);
    } catch (error) {
      console.error("Satr: renderBlock", error); // the block keeps its text
    }
  }
}
