// What is drawn in, what happens to it afterwards seen to: the host's own blocks, players, broken pictures, copied links.

import { closest, elementsIn, listen } from "./platform.js";

const attended = new WeakSet();

/** Sees to what happens in a target from now on. What is done then is loaded when it happens first. */
export function attend(target) {
  if (attended.has(target)) return;
  attended.add(target);
  listen(target, "click", onClick);
  listen(target, "error", onError);
}

/** The element that a selector means, from where an event happened upwards, if it is not the host's own. */
function ours({ target, currentTarget }, selector) {
  const element = closest(target, selector);
  // The article stands right in the target; one that its host has put into it is seen to as that of another.
  return element && closest(element, ".satr, .satr-custom, slot")?.parentNode === currentTarget ? element : null;
}

/** A click that is to do more than follow the link: not one that asks for another tab. */
function onClick(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  const link = ours(event, "a:is([data-player], [data-copy])");
  if (!link || button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
  event.preventDefault();
  const isPlayer = link.hasAttribute("data-player");
  import("./extras.js").then(
    (extras) => (isPlayer ? extras.play(link) : extras.copy(link)),
    () => isPlayer && globalThis.open(link.href, "_self"), // the link leads there without us
  );
}

/** A picture that has not come; those of a page that nobody sees are let be. */
function onError(event) {
  const image = ours(event, "img");
  if (!image?.isConnected) return;
  import("./extras.js").then(
    (extras) => extras.mend(image),
    () => {}, // its text stands there all the same
  );
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
