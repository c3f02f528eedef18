// What readers do to an article in, what comes of it done.

import { make } from "./make.js";
import { documentOf, windowOf } from "./platform.js";
import { WORDS } from "./words.js";

export { follow } from "./contents.js";
export { view } from "./gallery.js";
export { preview } from "./preview.js";

/** Milliseconds for which a button says that something is copied. */
const WHILE = 2000;

export function print(button) {
  windowOf(documentOf(button)).print();
}

/** Opens what the device itself offers to share by; where it offers nothing, the address is taken along. */
export function share(button) {
  const link = button.parentElement.querySelector("a[data-copy]");
  if (!navigator.share) return copy(link);
  const { href: url } = link;
  const title = button.closest(".satr").querySelector(".satr-headline")?.textContent;
  navigator.share({ url, title }).catch(() => {}); // the reader may think better of it
}

/**
 * Puts the player of another site, which the core has vouched for, in the place of the notice and of the link that asks
 * for it. The link to its page stays.
 */
export function play(link) {
  if (!link.isConnected) return; // a double click: the first of both has done it
  const box = link.closest(".satr-embed");
  const frame = make(link, "iframe");
  frame.title = box.querySelector("b").textContent;
  frame.allow = "fullscreen; picture-in-picture; encrypted-media; autoplay";
  // Its own origin and scripts, and new tabs for what leads out; neither our page nor its address.
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation");
  frame.referrerPolicy = "strict-origin-when-cross-origin"; // YouTube plays nothing without
  frame.src = link.dataset.player;
  box.querySelector(".satr-notice").replaceWith(frame);
  link.remove();
  frame.focus();
}

/** Takes an address or a text along, and says for a while whether it has, where it has in the word of the core. */
export async function copy(element) {
  const isSaying = element.ariaLive !== null;
  const { ownerDocument, dataset, ariaLabel } = element;
  const text = textToCopy(element);
  element.ariaLive = "polite"; // before the word is there, or nobody reads it out
  const written = await clipboardOf(ownerDocument)?.writeText(text).then(
    () => true,
    () => false,
  );
  const isCopied = written || copyByCommand(ownerDocument, text);
  if (isSaying) return; // what it says is not what it goes back to
  const words = [...element.childNodes];
  element.ariaLabel = null; // the word itself is to be heard
  element.replaceChildren(isCopied ? dataset.copy : WORDS.notCopied);
  setTimeout(() => {
    element.ariaLive = null; // that it is what it was is no news
    element.ariaLabel = ariaLabel;
    element.replaceChildren(...words);
  }, WHILE);
}

/** The clipboard, unless the page is in a frame that may not write to it: to try would be reported as a violation. */
function clipboardOf({ featurePolicy }) {
  return featurePolicy?.allowsFeature("clipboard-write") === false ? undefined : navigator.clipboard;
}

/** A link's own address; or what a button stands beside, in full and as it was given. */
function textToCopy(element) {
  if (element.href) return element.href;
  const { value, href, textContent } = element.parentElement.querySelector("data, a[href], pre");
  return value ?? href ?? textContent;
}

/** The same where there is no clipboard, as in a page sent in the open, or it refuses: whether it is done. */
function copyByCommand(document, text) {
  let isDone = false;
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault(); // the text, not what the reader has selected
    event.stopImmediatePropagation(); // nor what the page makes of it
    isDone = true;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  addEventListener.call(document, "copy", put, true);
  const isTaken = Document.prototype.execCommand.call(document, "copy");
  removeEventListener.call(document, "copy", put, true);
  return isDone && isTaken;
}

/** Shows the one file that every browser knows where another has not come; if that fails as well, the picture's text. */
export function mend(image) {
  const picture = image.closest("picture");
  const sources = picture ? [...picture.querySelectorAll("source")] : [];
  if (sources.length === 0 && !image.hasAttribute("srcset")) {
    image.dataset.broken = "";
    return;
  }
  for (const source of sources) source.remove();
  image.removeAttribute("srcset");
  image.removeAttribute("sizes");
}
