/** What the tests of a drawn article share: drawing it, waiting for it, clicking on it. */

/** Draws into an element of the page for as long as `use` takes. */
export async function drawn({ render }, article, options, use) {
  const host = document.body.appendChild(document.createElement("div"));
  const target = host.attachShadow({ mode: "open" });
  try {
    await render(article, target, options);
    await use(target);
  } finally {
    host.remove();
  }
}

/** The same in the page itself. */
export async function drawnInPage({ render }, article, options, use) {
  const target = document.body.appendChild(document.createElement("div"));
  try {
    await render(article, target, options);
    await use(target);
  } finally {
    target.remove();
  }
}

/** Resolves when `is` holds. */
export async function until(is, what) {
  for (let turn = 0; turn < 200; turn++) {
    if (is()) return;
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error(`it never came that ${what}`);
}

export function equal(came, expected) {
  if (JSON.stringify(came) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, came ${JSON.stringify(came)}`);
  }
}

/** A click as a reader's, or one that asks for more; whether it is left to the browser, which does not follow it here. */
export function click(element, how) {
  let isLeft = false;
  const last = (event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener("click", last);
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, ...how }));
  removeEventListener("click", last);
  return isLeft;
}

/** Puts something in the place of a property for as long as `use` takes. */
export async function replaced(object, key, value, use) {
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  try {
    await use();
  } finally {
    if (own) Object.defineProperty(object, key, own);
    else delete object[key];
  }
}

/** Time enough for what is not to come. */
export const pause = () => new Promise((wake) => setTimeout(wake, 200));
