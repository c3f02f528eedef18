/** A server of comments in, their tag on the page out, and what readers do to it. */
import { same } from "../tag/mount.js";
import { serverOf, serving } from "./server.js";

export { gate, next, quietly, same, settled } from "../tag/mount.js";

/** Puts the comments of a server on the page for as long as `body` runs. */
export async function talking({ attributes = {}, before = () => {}, ...more }, body) {
  const server = serverOf(more);
  sessionStorage.clear();
  await serving([server], async () => {
    const element = document.createElement("satr-comments");
    for (const [name, value] of Object.entries({ src: server.home, ...attributes })) element.setAttribute(name, value);
    before(element, server);
    const ready = new Promise((resolve) => element.addEventListener("satr-ready", resolve, { once: true }));
    document.body.prepend(element);
    try {
      await ready;
      await body(pageOf(element), server, element);
    } finally {
      element.remove();
    }
  });
}

/** What there is of comments in an element, and what can be done to them there. */
export function pageOf(element) {
  const root = element.shadowRoot ?? element;
  const find = (selector) => root.querySelector(selector);
  const page = {
    element,
    root,
    find,
    all: (selector) => [...root.querySelectorAll(selector)],
    /** The ids of the comments that are shown, in their order. */
    ids: () => page.all(".satr-comment").map(({ id }) => id.replace(/^.*comment-/, "")).join(" "),
    comment: (id) => page.all(".satr-comment").find((item) => item.id.endsWith(`comment-${id}`)),
    act: (id, act) => page.comment(id).querySelector(`:scope > form [value=${act}]`),
    link: (id, deed) => page.comment(id).querySelector(`:scope > form [data-comments=${deed}], :scope > [data-comments=${deed}]`),
    field: (name) => find(`.satr-form [name=${name}]`),
    send: () => find(".satr-send button").click(),
    faults: () => page.all(".satr-form .satr-error").map(({ textContent }) => textContent).join(" "),
    told: () => find(".satr-said[role=status]").textContent,
    focused: () => (root.activeElement === undefined ? document : root).activeElement,
    /** Types as a reader does. */
    type(name, text) {
      const field = page.field(name);
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    },
  };
  return page;
}

/** Resolves when something is so; fails if it never is. */
export async function until(is, what) {
  for (let left = 400; left > 0; left -= 1) {
    if (is()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it never comes that ${what}`);
}

/** A click as a reader's, with what else is pressed. */
export function click(element, more = {}) {
  const event = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ...more });
  element.dispatchEvent(event);
  return event;
}

/** What a button says it is. */
export function pressed(button) {
  return `${button.ariaPressed ?? button.getAttribute("aria-pressed")} ${button.querySelector("b").textContent}`;
}

/** How often something was asked of a server. */
export function times(server, what) {
  return server.asked.filter((asked) => asked === what).length;
}

export function includes(text, part, what = "it") {
  if (!text.includes(part)) throw new Error(`${what} is «${text}», without «${part}»`);
}

export function sameList(actual, expected, what) {
  same(JSON.stringify(actual), JSON.stringify(expected), what);
}
