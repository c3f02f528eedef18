// An element in, where in it its page stands out, and what is to be seen there while there is none.

import { make } from "./make.js";

/** The place for a page of an element: its shadow root, or, of `light` mode, the element itself. */
export function placeOf(element, isLight) {
  const root = element.shadowRoot ?? (isLight ? null : element.attachShadow({ mode: "open" }));
  if (isLight) root?.replaceChildren(make(element, "slot")); // what is right in the element is to be seen
  return new Place(element, isLight ? element : root);
}

class Place {
  /** A node that holds nothing but the page, once that is drawn. */
  target;
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
  }

  /** The page that stands here, if there is one. */
  get page() {
    return [...this.target.children].find(isPage);
  }

  /** Takes what the element now holds as its content: what is shown until there is a page. */
  remember() {
    if (this.isLight) this.#content = [...this.target.childNodes].filter((node) => node !== this.#box && !isPage(node));
  }

  /** What the element's author has put into it. */
  get content() {
    return this.isLight ? this.#content : [...this.#element.childNodes];
  }

  /** Whether there is something to be seen while there is no page. */
  get isFilled() {
    return this.content.some((node) => (node.nodeType === 1 ? !node.slot : node.nodeType === 3 && /\S/.test(node.data)));
  }

  /** Whether a reader is in what is said in the place of a page. */
  get isFocused() {
    return this.#box.contains(this.#box.getRootNode().activeElement);
  }

  /** Puts a reader on the page. */
  focus() {
    this.page.tabIndex = -1;
    this.page.focus({ preventScroll: true });
  }

  /** Shows the content in the place of a page, and below it a box to say something in, which it returns. */
  empty() {
    const content = this.isLight ? this.#content : [make(this.#element, "slot")];
    if (this.#box.parentNode !== this.target || this.page) this.target.replaceChildren(...content, this.#box);
    return this.#box;
  }

  /** Gives the element back what stood in it. */
  leave() {
    this.target.replaceChildren(...(this.isLight ? this.#content : []));
  }

  /** Puts what the content has for places in the text there, where no shadow root does. */
  fillSlots() {
    if (!this.isLight) return;
    for (const node of this.#content)
      if (node.slot) [...this.target.querySelectorAll("slot")].find(({ name }) => name === node.slot)?.append(node);
  }
}

function isPage(node) {
  return node.nodeType === 1 && node.classList.contains("satr");
}
