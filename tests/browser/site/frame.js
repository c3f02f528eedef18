/** A page of the demo in, a frame that shows it out: drawn to its end, in any width and either theme. */

/** Milliseconds without a change after which a page is taken to be drawn. */
const QUIET = 150;
/** The height of a frame, in CSS pixels. */
const HEIGHT = 900;

export class Frame {
  #element = document.createElement("iframe");

  constructor(width) {
    this.#element.height = HEIGHT;
    this.width = width;
    document.body.append(this.#element);
  }

  get window() {
    return this.#element.contentWindow;
  }

  get document() {
    return this.#element.contentDocument;
  }

  set width(width) {
    this.#element.width = width;
  }

  async open(path) {
    const loaded = new Promise((wake) => this.#element.addEventListener("load", wake, { once: true }));
    this.#element.src = path;
    await loaded;
    await this.settle();
    if (path.includes("article.html") && this.document.querySelector(".satr-article") === null)
      throw new Error(`${path} has no article`);
    const alert = this.document.querySelector('[role="alert"]');
    if (alert?.checkVisibility()) throw new Error(`${path} tells of a failure: ${alert.textContent}`);
  }

  /** Chooses `light` or `dark` as a reader does. */
  async choose(theme) {
    this.document.querySelector(`[name="theme"][value="${theme}"]`).click();
    await this.settle();
  }

  async resize(width) {
    this.width = width;
    await this.rest();
  }

  /** Lays a sheet over the page's own; gives what takes it away. A policy on styles does not reach it. */
  dress(css) {
    const sheet = new this.window.CSSStyleSheet();
    sheet.replaceSync(css);
    this.document.adoptedStyleSheets.push(sheet);
    return () => {
      this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }

  /** Waits until everything has come and nothing changes any more. */
  async settle() {
    const page = this.document;
    await until(() => isDrawn(page));
    await quiet(page);
    await page.fonts.ready;
    await until(() => [...page.images].every((image) => image.complete || image.loading === "lazy"));
    await this.rest();
  }

  /** Waits until nothing moves, and what is measured next has been painted. */
  async rest() {
    for (let paint = 0; paint < 2; paint += 1) await new Promise((wake) => this.window.requestAnimationFrame(wake));
    await Promise.all(this.document.getAnimations().map(({ finished }) => finished.catch(() => {})));
  }

  /** Draws what is otherwise left out until one scrolls to it. */
  unroll() {
    this.dress("* { content-visibility: visible !important; }");
  }

  /** What the page has asked a server for, the page itself first. */
  requests() {
    const { performance } = this.window;
    return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  }

  close() {
    this.#element.remove();
  }
}

/** What says that it waits, and comments that have not come. */
const WAITS = ".state.wait, satr-comments:not(:has(.satr-comments))";

/** Whether nothing is left that waits. */
function isDrawn(page) {
  return page.readyState === "complete" && page.querySelector(WAITS) === null;
}

function quiet(page) {
  return new Promise((wake) => {
    let timer = setTimeout(end, QUIET);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET);
    });
    observer.observe(page, { attributes: true, characterData: true, childList: true, subtree: true });
    function end() {
      observer.disconnect();
      wake();
    }
  });
}

export async function until(holds) {
  while (!holds()) await new Promise((wake) => setTimeout(wake, 20));
}
