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
export const parentOf = getter("Node", "parentNode");
export const nextOf = getter("Node", "nextSibling");
export const readyStateOf = getter("Document", "readyState");
export const documentOf = getter("Node", "ownerDocument");
export const windowOf = getter("Document", "defaultView");
export const fontsOf = getter("Document", "fonts");
const documentSheets = getter("Document", "adoptedStyleSheets");
const shadowSheets = getter("ShadowRoot", "adoptedStyleSheets");
const getRootNode = globalThis.Node?.prototype.getRootNode;

/** What a node's tree begins with: a document, a shadow root, or what is in neither. */
export function rootOf(node) {
  return getRootNode.call(node);
}

export function isShadow(node) {
  return kind(node) === "ShadowRoot";
}

/** The list of sheets that style a node: those of the shadow root it is in, or else of `document`. */
export function sheetsOf(node, document) {
  const root = rootOf(node);
  return isShadow(root) && documentOf(root) === document ? shadowSheets(root) : documentSheets(document);
}

const queryElement = globalThis.Element?.prototype.querySelectorAll;
const queryFragment = globalThis.DocumentFragment?.prototype.querySelectorAll;

/** The elements in a target, an element or a shadow root, that a selector means. */
export function elementsIn(target, selector) {
  return (nodeType(target) === 1 ? queryElement : queryFragment).call(target, selector);
}

const byIdInDocument = globalThis.Document?.prototype.getElementById;
const byIdInFragment = globalThis.DocumentFragment?.prototype.getElementById;

/** The element that a link of an article leads to, in the document or shadow root that both are in; null if elsewhere. */
export function goalOf(link) {
  return /^#./.test(link.getAttribute("href")) ? placeIn(rootOf(link), link.hash) : null;
}

/** The element of a document or a shadow root that the hash of an address names. */
export function placeIn(root, hash) {
  const byId = { 9: byIdInDocument, 11: byIdInFragment }[nodeType(root)];
  try {
    return byId?.call(root, decodeURIComponent(hash.slice(1))) ?? null;
  } catch {
    return null; // no hash of ours: it is badly encoded
  }
}

const replaceElement = globalThis.Element?.prototype.replaceChildren;
const replaceFragment = globalThis.DocumentFragment?.prototype.replaceChildren;

/** Puts a node, or nothing, in the place of what a target holds. */
export function put(target, ...nodes) {
  (nodeType(target) === 1 ? replaceElement : replaceFragment).apply(target, nodes);
}

/** Moves the focus to an element, also to one that takes none by itself. */
export function focus(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

const closestTo = globalThis.Element?.prototype.closest;

/** The first element that a selector means, from a node upwards; events also happen to what is no element. */
export function closest(node, selector) {
  return nodeType(node) === 1 ? closestTo.call(node, selector) : null;
}

const { addEventListener: add, dispatchEvent: dispatch } = globalThis.EventTarget?.prototype ?? {};

/** Listens to all that happens in a target, before those it happens to, until `signal` is aborted. */
export function listen(target, type, listener, signal) {
  add.call(target, type, listener, { capture: true, signal });
}

const hostOf = getter("ShadowRoot", "host");
const slotOf = getter("Element", "assignedSlot");

/** The element around one on the page: the slot it stands in, the host of its shadow root, or its parent; null at the top. */
export function around(element) {
  const slot = slotOf(element);
  if (slot) return slot;
  const parent = parentOf(element);
  if (isShadow(parent)) return hostOf(parent);
  return parent && nodeType(parent) === 1 ? parent : null;
}

const getAttribute = globalThis.Element?.prototype.getAttribute;

/** The attribute of a node, null if it has none, as what is no element. */
export function attributeOf(node, name) {
  return nodeType(node) === 1 ? getAttribute.call(node, name) : null;
}

/** Tells of an event of ours from a target, or the host of its shadow root; whether nobody has objected. */
export function emit(target, type, detail, cancelable = false) {
  const event = new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true });
  return dispatch.call(isShadow(target) ? hostOf(target) : target, event);
}
