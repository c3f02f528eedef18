// An object of the platform in, what it truly is and has out, whatever names a page has put over it.

import { kind } from "./kind.js";

/**
 * A page may name an image `fonts` or a field `ownerDocument`, and `document.fonts` or `form.ownerDocument` is then
 * that: so the getters are taken from the prototypes, once. They also read what is from another window.
 */
function getter(type, name) {
  const get = Object.getOwnPropertyDescriptor(globalThis[type]?.prototype ?? {}, name)?.get;
  return (object) => get.call(object);
}

export const nodeType = getter("Node", "nodeType");
export const documentOf = getter("Node", "ownerDocument");
export const windowOf = getter("Document", "defaultView");
export const fontsOf = getter("Document", "fonts");
const documentSheets = getter("Document", "adoptedStyleSheets");
const shadowSheets = getter("ShadowRoot", "adoptedStyleSheets");
const getRootNode = globalThis.Node?.prototype.getRootNode;

/** The list of sheets that style a node: those of the shadow root it is in, or else of `document`. */
export function sheetsOf(node, document) {
  const root = getRootNode.call(node);
  const isShadow = kind(root) === "ShadowRoot" && documentOf(root) === document;
  return isShadow ? shadowSheets(root) : documentSheets(document);
}

const queryElement = globalThis.Element?.prototype.querySelectorAll;
const queryFragment = globalThis.DocumentFragment?.prototype.querySelectorAll;

/** The elements in a target, an element or a shadow root, that a selector means. */
export function elementsIn(target, selector) {
  return (nodeType(target) === 1 ? queryElement : queryFragment).call(target, selector);
}

const byIdInDocument = globalThis.Document?.prototype.getElementById;
const byIdInFragment = globalThis.DocumentFragment?.prototype.getElementById;

/** The element that a link of an article leads to, in the document or shadow root that both are in. */
export function goalOf(link) {
  const root = getRootNode.call(link);
  const byId = { 9: byIdInDocument, 11: byIdInFragment }[nodeType(root)];
  return byId?.call(root, decodeURIComponent(link.hash.slice(1))) ?? null;
}

const replaceElement = globalThis.Element?.prototype.replaceChildren;
const replaceFragment = globalThis.DocumentFragment?.prototype.replaceChildren;

/** Puts a node in the place of what a target holds. */
export function put(target, node) {
  (nodeType(target) === 1 ? replaceElement : replaceFragment).call(target, node);
}

/** Moves the focus to an element that takes none by itself. */
export function focus(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

const closestTo = globalThis.Element?.prototype.closest;

/** The first element that a selector means, from a node upwards; events also happen to what is no element. */
export function closest(node, selector) {
  return nodeType(node) === 1 ? closestTo.call(node, selector) : null;
}

const add = globalThis.EventTarget?.prototype.addEventListener;

/** Listens to all that happens in a target, before those it happens to. */
export function listen(target, type, listener) {
  add.call(target, type, listener, true);
}
