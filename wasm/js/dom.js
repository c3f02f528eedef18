// The tape in, nodes out. It imports nothing, and only the wasm glue imports it: the words and numbers that it
// reads come from Rust, which describes them in `src/tree`.

// Taken once: a page may name a form or an image `createElement`, and `document.createElement` is then that.
const { createElement, createTextNode } = globalThis.Document?.prototype ?? {};
const { appendChild } = globalThis.Node?.prototype ?? {};
const { setAttribute } = globalThis.Element?.prototype ?? {};
const replaceElement = globalThis.Element?.prototype.replaceChildren;
const replaceFragment = globalThis.DocumentFragment?.prototype.replaceChildren;
const { set: setClass } = property("Element", "className");
const { set: setText } = property("Node", "textContent");
const { get: nodeType } = property("Node", "nodeType");
const { get: ownerDocument } = property("Node", "ownerDocument");

function property(type, name) {
  return Object.getOwnPropertyDescriptor(globalThis[type]?.prototype ?? {}, name) ?? {};
}

const OPEN = 0, CLOSE = 1, TEXT = 2, ATTR = 3, CLASS = 4, BEGIN = 5;

let tags, attrs, classes;

/** Takes the tables that the tape's numbers point into, each one string parted by spaces. */
export function names(tagNames, attrNames, classNames) {
  tags = tagNames.split(" ");
  attrs = attrNames.split(" ");
  classes = classNames.split(" ");
}

/** Puts the tree of a tape in the place of what `target`, an element or a shadow root, holds. */
export function apply(target, words, text) {
  // Copied before the DOM is touched: what runs on the way may grow linear memory and move the words.
  const root = build(ownerDocument.call(target), words.slice(), text);
  (nodeType.call(target) === 1 ? replaceElement : replaceFragment).call(target, root);
}

/** Makes the one element that all of a tape stands in. */
function build(document, words, text) {
  const open = [];
  let root, node;
  let isEmpty = true; // `node`, so far
  let className = "";
  let start = 0;
  for (let at = 0; at < words.length;) {
    const word = words[at];
    switch (word & 7) {
      case OPEN: {
        const child = createElement.call(document, tags[word >> 3]);
        if (node) appendChild.call(node, child);
        else root = child;
        open.push(node);
        node = child;
        isEmpty = true;
        className = "";
        at += 1;
        break;
      }
      case CLOSE:
        node = open.pop();
        isEmpty = false;
        at += 1;
        break;
      case TEXT: {
        const end = start + words[at + 2];
        const data = text.slice(start, end);
        // One call makes and places a text that comes first, as most do.
        if (isEmpty) setText.call(node, data);
        else appendChild.call(node, createTextNode.call(document, data));
        isEmpty = false;
        start = end;
        at += 3;
        break;
      }
      case ATTR: {
        const end = start + words[at + 2];
        setAttribute.call(node, attrs[word >> 3], text.slice(start, end));
        start = end;
        at += 3;
        break;
      }
      case CLASS:
        className += (className && " ") + classes[word >> 3];
        setClass.call(node, className);
        at += 1;
        break;
      case BEGIN:
        start += words[at + 2]; // its key
        at += 8;
        break;
      default: // its end
        at += 1;
    }
  }
  return root;
}
