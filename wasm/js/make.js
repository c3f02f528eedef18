// A tag or a node in, an element out.

// From the prototype: a page may name an image `createElement`, and `document.createElement` is then that.
const { createElement } = globalThis.Document?.prototype ?? {};

/** An element of the document that `node` is in, with properties, and with what stands in it. */
export function make(node, tag, properties, ...children) {
  const element = Object.assign(createElement.call(node.ownerDocument, tag), properties);
  element.append(...children);
  return element;
}

/** A node once more, without its ids: each is another's. */
export function copyOf(node) {
  const copy = node.cloneNode(true);
  copy.removeAttribute("id");
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return copy;
}

/** A button that says what it does, and does it. */
export function makeButton(node, word, onclick) {
  return make(node, "button", { type: "button", onclick }, word);
}
