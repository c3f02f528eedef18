// The tape in, nodes out. It imports nothing, and only the wasm glue imports it: the words and numbers that it
// reads come from Rust, which describes them in `src/tree`.

// Taken once: a page may name a form or an image `createElement`, and `document.createElement` is then that.
const { createElement, createTextNode } = globalThis.Document?.prototype ?? {};
const { appendChild, insertBefore } = globalThis.Node?.prototype ?? {};
const { setAttribute, moveBefore } = globalThis.Element?.prototype ?? {};
const { set: setClass } = property("Element", "className");
const { set: setText } = property("Node", "textContent");
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

/** What is drawn of each frame: its `key` and `hash`, and where what was `drawn` before stands for it, that. */
const frames = new WeakMap();

/**
 * Takes a tape for a node of `target`'s document. `build(old, isPart)` makes the one element that all of it stands in,
 * and stops behind each frame, to go on when it is called on; what `old`, drawn before, has unchanged it only names.
 * Of a part the outermost frames are not yet whole. `morph(old, fresh)` makes of what was drawn before what was built.
 */
export function apply(target, words, text) {
  const document = ownerDocument.call(target);
  // Copied before the DOM is touched: what runs on the way may grow linear memory and move the words.
  const tape = words.slice();
  return { build: (old, isPart) => build(document, tape, text, old, isPart), morph };
}

function* build(document, words, text, old, isPart) {
  const open = [];
  const around = []; // of the frames that have begun: what was drawn before beside them
  let before = old && framesIn(old);
  const hashes = old && hashesOf(words);
  let root, node, frame;
  let isEmpty = true; // `node`, so far
  let className = "";
  let start = 0;
  for (let at = 0; at < words.length;) {
    const word = words[at];
    switch (word & 7) {
      case OPEN: {
        const child = createElement.call(document, tags[word >> 3]);
        if (frame) frames.set(child, frame);
        frame = undefined;
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
      case BEGIN: {
        const key = text.slice(start, start + words[at + 2]);
        const isOpen = isPart && around.length === 0;
        const hash = isOpen ? undefined : hashAt(words, at);
        const drawn = before?.get(key);
        start += words[at + 2];
        at += 8;
        if (drawn && hash && frames.get(drawn).hash === hash) {
          const stub = createTextNode.call(document, "");
          frames.set(stub, { key, hash, drawn });
          appendChild.call(node, stub);
          isEmpty = false;
          start += words[at - 1];
          at += words[at - 3];
          break;
        }
        frame = { key, hash };
        around.push(before);
        // What goes on as it was, elsewhere, keeps all that it has.
        before = drawn && !hashes.has(frames.get(drawn).hash) ? framesIn(drawn) : undefined;
        break;
      }
      default: // its end
        before = around.pop();
        at += 1;
        yield root;
    }
  }
  return root;
}

function hashAt(words, begin) {
  return `${words[begin + 3]} ${words[begin + 4]}`;
}

/** The hashes of all frames of a tape. */
function hashesOf(words) {
  const hashes = new Set();
  for (let at = 0; at < words.length;) {
    const kind = words[at] & 7;
    if (kind === BEGIN) hashes.add(hashAt(words, at));
    at += kind === BEGIN ? 8 : kind === TEXT || kind === ATTR ? 3 : 1;
  }
  return hashes;
}

/** The frames in an element, by key, without those in another. */
function framesIn(element, found = new Map()) {
  if (element.matches(OF_HOST)) return found;
  for (const child of element.children) {
    if (frames.has(child)) found.set(frames.get(child).key, child);
    else framesIn(child, found);
  }
  return found;
}

/** What the host has put something into. */
const OF_HOST = "slot, [data-name]";

/** What readers have opened: no part of the page, and not to be closed by its changes. */
const OPENED = "dialog, [popover]";

/** What plays what it was loaded with, and what the host has drawn into: a change takes another. */
const WHOLE = "video, audio, [data-name]";

/** Makes of what was drawn what it is now. What is in both stays, and where it may, in its place. */
function morph(old, fresh) {
  if (old.nodeType === 3) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (frames.has(fresh)) frames.set(old, frames.get(fresh));
  else frames.delete(old);
  if (old.localName !== "slot") arrange(old, pair(old, fresh)); // what stands in a slot is the host's
}

/** The children that an element is to have: for each of the fresh ones the drawn one that it is or becomes, or itself. */
function pair(old, fresh) {
  const left = new Set([...old.childNodes].filter((child) => !isOpened(child)));
  const wanted = [...fresh.childNodes].map((child) => ({ child, frame: frames.get(child) }));
  const take = (each, drawn) => left.delete(drawn) && (each.drawn = drawn);
  // The same in its place, then the same in another place: none of them is anything else's.
  for (const each of wanted) if (each.frame?.drawn) take(each, each.frame.drawn);
  const byHash = new Map();
  for (const child of left) if (frames.get(child)?.hash) byHash.set(frames.get(child).hash, child);
  for (const each of wanted) {
    const same = !each.drawn && byHash.get(each.frame?.hash);
    if (same) take(each, same) && frames.set(same, { key: each.frame.key, hash: each.frame.hash });
  }
  // What has changed: by its key, or what is no frame by its place among those.
  const byKey = new Map();
  for (const child of left) if (frames.has(child)) byKey.set(frames.get(child).key, child);
  const plain = [...left].filter((child) => !frames.has(child)).values();
  const isOfServer = ![...old.childNodes].some((child) => frames.has(child)); // which draws no frames
  return wanted.map(({ child, frame, drawn }) => {
    if (drawn) return drawn;
    if (frame?.drawn) return settled(child);
    const former = frame && !isOfServer ? byKey.get(frame.key) : plain.next().value;
    if (!former || !left.has(former) || !canBecome(former, child)) return settled(child);
    left.delete(former);
    morph(former, child);
    return former;
  });
}

/** What is all new but for parts that were drawn before: those come into it. */
function settled(node) {
  const { drawn } = frames.get(node) ?? {};
  if (drawn) return drawn;
  for (const child of [...node.childNodes]) {
    const part = settled(child);
    if (part !== child) child.replaceWith(part);
  }
  return node;
}

function canBecome(old, fresh) {
  return old.nodeName === fresh.nodeName && (old.nodeType === 3 || !fresh.matches(WHOLE) || old.isEqualNode(fresh));
}

function isOpened(node) {
  return node.nodeType === 1 && node.matches(OPENED);
}

/** Gives an element these children, and moves what it has no more than it must. */
function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.childNodes]) if (!kept.has(child) && !isOpened(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = child.nextSibling;
    else if (next && child === next.nextSibling) next = child.nextSibling; // what stood here comes later
    else if (moveBefore && child.parentNode === parent) moveBefore.call(parent, child, next); // it goes on playing
    else insertBefore.call(parent, child, next);
  }
}
