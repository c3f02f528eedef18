// A link of an article in, its host asked whether it may be followed; where the browser cannot, gone there.

import { closest, documentOf, emit, focus, goalOf, isShadow, placeIn, rootOf, windowOf } from "./platform.js";

/** What a link is, by the part of the page that it stands in; in the text itself it is a `link`. */
const KINDS = {
  "satr-path": "section",
  "satr-byline": "author",
  "satr-tags": "tag",
  "satr-facts": "source",
  "satr-see": "related",
  "satr-more": "related",
  "satr-embed": "embed",
  "satr-comments": "comment",
};

/** What services are called, by where their addresses lead. */
const SERVICES = {
  "t.me": "telegram",
  "wa.me": "whatsapp",
  "x.com": "x",
  "ble.ir": "bale",
  "eitaa.com": "eitaa",
};

/**
 * Asks the host of a target whether a link may be followed; if so, and only here it can be, follows it. What only shows more
 * comments, or others, leads nowhere else.
 */
export function follow(event, link) {
  if (link.hasAttribute("data-comments")) return;
  const target = event.currentTarget;
  const goal = goalOf(link);
  const kind = goal ? "place" : kindOf(link);
  const isAllowed = closest(link, ".satr-share")
    ? asksToShare(target, link, serviceOf(link))
    : emit(target, "satr-navigate", { url: link.href, kind }, true);
  if (!isAllowed) return event.preventDefault();
  if (!goal || !isHidden(link)) return;
  event.preventDefault();
  const { location } = windowOf(documentOf(link));
  if (location.hash !== link.hash) location.hash = link.hash;
  reveal(goal);
}

function kindOf(link) {
  const part = Object.keys(KINDS).find((name) => closest(link, `.${name}`));
  return KINDS[part] ?? "link";
}

/** Asks the host whether an article may be shared with a service, `device` or `copy`. */
export function asksToShare(target, element, service) {
  const { href: url } = element.parentElement.querySelector("a[data-copy]");
  const text = closest(element, ".satr").querySelector(".satr-headline")?.textContent ?? "";
  return emit(target, "satr-share", { target: service, url, text }, true);
}

function serviceOf({ protocol, hostname }) {
  return protocol === "mailto:" ? "email" : (SERVICES[hostname] ?? hostname);
}

/** Whether the browser does not find what a link to a place leads to: in a shadow root, or as the page has another base. */
function isHidden(link) {
  const page = windowOf(documentOf(link)).location.href;
  return isShadow(rootOf(link)) || link.href.split("#")[0] !== page.split("#")[0];
}

/** Shows a place of the page as the browser would, and goes on from there. */
function reveal(goal) {
  focus(goal);
  goal.scrollIntoView();
}

/** The shadow roots that an article was drawn in; one is let go of with its page. */
const roots = new Set();
let isListening = false;

/** Shows what the address of the page means in a target's shadow root, now and whenever it changes. */
export function followAddress(target) {
  const root = rootOf(target);
  if (!isShadow(root)) return;
  if (!isListening) addEventListener("hashchange", () => roots.forEach(showPlace));
  isListening = true; // not by the roots there are: all of them may go
  let isKnown = false;
  for (const known of roots) {
    if (!known.deref()) roots.delete(known);
    isKnown ||= known.deref() === root;
  }
  if (isKnown) return;
  const place = new WeakRef(root);
  roots.add(place);
  if (scrollY === 0) showPlace(place); // who has gone on is not called back
}

function showPlace(place) {
  const root = place.deref();
  const { hash } = globalThis.location;
  if (!root?.isConnected || hash.length < 2) return;
  const goal = placeIn(root, hash);
  if (goal) reveal(goal);
}
