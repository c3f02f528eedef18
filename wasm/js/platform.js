// An object of the platform in, what it truly is and has out, whatever names a page has put over it.

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

/** What a platform object calls itself, whichever window it is from: `Response`, `ArrayBuffer`; others are `Object`. */
export function kind(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
