// An element in, where in it its page stands out, and what is to be seen there while there is none.

import { make } from "./make.js";
import { isOfArticle } from "./own.js";
import { attributeOf, closest, focus, nextOf, nodeType, parentOf, readyStateOf } from "./platform.js";

/** The place for a page of an element: its shadow root, also a closed one of a server, or, in light mode, the element itself. */
export function placeOf(element, isLight, internals) {
  const root = element.shadowRoot ?? internals.shadowRoot ?? (isLight ? null : element.attachShadow({ mode: "open" }));
  if (isLight) root?.replaceChildren(make(element, "slot")); // what is right in the element is to be seen
  return new Place(element, isLight ? element : root);
}

class Place {
  /** A node that holds nothing but the page, once that is drawn. */
  target;
  /** Whether that is the element itself. */
  isLight;
  /** Whether what stands here was drawn by a server. */
  isServed;
  #element;
  /** What stood in an element that the page is drawn right into. */
  #content = [];
  /** Where something is said in the place of a page. */
  #box;

  constructor(element, target) {
    this.#element = element;
    this.target = target;
    this.isLight = target === element;
    this.#box = make(element, "div");
    this.isServed = this.page !== undefined;
  }

  /** The page that stands here, if there is one. */
  get page() {
    return [...this.target.children].find(isPage);
  }

  /** What the theme is for: the page, or what is said in its place. */
  get themed() {
    return this.page ?? this.#box.firstElementChild;
  }

  /** Takes what the element now holds as its content: what is shown until there is a page, and what is for its places. */
  remember() {
    if (!this.isLight) return;
    const nodes = [...this.target.childNodes].filter(
      (node) => node !== this.#box && !isPage(node) && !isOfArticle(node, this.#element),
    );
    this.#content = this.page ? [...this.#content, ...nodes.filter(slotNameOf)] : nodes;
  }

  /** What the element's author has put into it. */
  get content() {
    return this.isLight ? this.#content : [...this.#element.childNodes];
  }

  /** Whether there is something to be seen while there is no page. */
  get isFilled() {
    return this.content.some((node) => (nodeType(node) === 1 ? !slotNameOf(node) : nodeType(node) === 3 && /\S/.test(node.data)));
  }

  /** Whether a reader is in what is said in the place of a page. */
  get isFocused() {
    return this.#box.contains(this.#box.getRootNode().activeElement);
  }

  /** Puts a reader on the page. */
  focus() {
    focus(this.page);
  }

  /** Shows the content in the place of a page, and below it a box to say something in, which it returns. */
  empty() {
    const content = this.isLight ? this.#content : [make(this.#element, "slot")];
    if (this.#box.parentNode !== this.target || this.page) this.target.replaceChildren(...content, this.#box);
    this.isServed = false;
    if (this.isFilled) Object.assign(this.#box, { className: "satr-beside" });
    else this.#box.removeAttribute("class");
    return this.#box;
  }

  /** Gives the element back what stood in it. */
  leave() {
    this.target.replaceChildren(...(this.isLight ? this.#content : []));
  }

  /** Puts what the content has for places in the text there, where no shadow root does. */
  fillSlots() {
    if (!this.isLight) return;
    const slots = [...this.target.querySelectorAll("slot")];
    for (const node of this.#content) {
      const slot = slots.find(({ name }) => name === slotNameOf(node));
      if (slot && parentOf(node) !== slot) slot.append(node); // what is there goes on playing
    }
  }
}

function isPage(node) {
  return closest(node, ".satr") === node;
}

/** The place in the text that a node is for, if any. */
export function slotNameOf(node) {
  return attributeOf(node, "slot");
}

/** Whether all that stands in an element is there: of one that comes last, the page may bring more. */
export function isParsed(element) {
  if (readyStateOf(document) !== "loading") return true;
  for (let node = element; node; node = parentOf(node)) if (nextOf(node)) return true;
  return false;
}
