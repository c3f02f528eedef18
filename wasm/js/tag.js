// A kind of page in, the element that shows such a page out: from its address, in its place, as the page around it looks.

import { OPTIONS, keyOf, without } from "./attributes.js";
import { giveUp, hope } from "./hope.js";
import { SatrError, adopt, init, showState } from "./index.js";
import { nameParts } from "./parts.js";
import { isOwn } from "./own.js";
import { isParsed, placeOf, slotNameOf } from "./place.js";
import { listen } from "./platform.js";
import { originOf, readable } from "./source.js";
import { themeAround, unwatch, watch } from "./surroundings.js";

/** How far from the window a lazy element begins to load. */
const NEAR = "1200px";

/** What may come if it is asked for again. */
const PASSING = ["network", "timeout"];

/** The places in the text that a child can be for. */
const SLOT = /^after-paragraph-([1-9]|[1-5]\d|6[0-3])$/;

/** What happens to an element that is not called by its own name. */
let plan, approach;

/** Lets an element ask for its page once more, as what it is asked by may be the same object, changed. */
export let renew;

/** Those who look after all elements, made for the first. */
const children = lazily(() => new MutationObserver((records) => new Set(records.map(({ target }) => target)).forEach(plan)));
const nearness = lazily(() => new IntersectionObserver(approach, { rootMargin: NEAR }));

/**
 * An element with a page. Its class has a `kind`, which says what is shown and how that is drawn:
 *
 * - `asked(element)`, what its page is asked by: the page itself alone, its address and how, or nothing.
 * - `isFresh`, whether what a server has drawn will do; `isWanted()`, whether it is not to wait until it is near.
 * - `ask(element, asked, how, signal)` gives the page's data as `article`, and `notes`.
 * - `draw(element, article, target, view, options, redraw)` draws that, anew or as what the `view` now shows; who changes the
 *   data later calls `redraw`.
 * - `settle(element, target)` sees to what stands beside the page, whenever that is drawn or something is set.
 * - `words`, by the name of a state what is then said, where that is not what is said of articles.
 */
export class SatrElement extends (globalThis.HTMLElement ?? Object) {
  static {
    plan = (element) => element.#plan();
    renew = (element) => {
      element.#asked = [];
      element.#plan();
    };
    approach = (entries) => {
      for (const { target, isIntersecting } of entries) {
        target.#isNear ||= isIntersecting;
        if (isIntersecting) target.#plan();
      }
    };
  }

  #given = { fetch: null, options: null };
  #place;
  /** What is shown: as it was drawn or adopted, from where, its data if that is known, and its options. */
  #view;
  #origin;
  #article;
  #options;
  /** What it, or what is on its way, was asked for by; and what ends that. */
  #asked = [];
  #end;
  #isPlanned = false;
  #isNear = false;
  /** Whether what is fresh will not do. */
  #isAnew = false;
  /** The options there ever were: one that is gone is to be as if it had not been. */
  #known = {};
  #internals;
  #follow = () => this.#setTheme();
  /** Draws what is shown once more, as its data has been changed. */
  #redraw = async () => {
    if (!this.#view || !this.#article) return;
    await this.#draw(this.#article.article);
    if (!this.#place.isLight) nameParts(this.#place.target);
  };

  constructor() {
    super();
    this.#internals = this.attachInternals();
  }

  /** What asks for the page from the next time on, if it is not the browser's `fetch`. */
  get fetch() {
    return this.#given.fetch;
  }
  set fetch(fetch) {
    this.#given.fetch = fetch ?? null;
  }

  /** Options of `render` that have no attribute. */
  get options() {
    return this.#given.options;
  }
  set options(options) {
    this.#options = undefined; // one with the same data may have another `renderBlock`
    this.#given.options = options ?? null;
    this.#plan();
  }

  /** Asks for the page once more; what has not changed of it stays as it is. */
  reload() {
    if (this.#end) return; // it is asking
    this.#asked = [];
    this.#isAnew = true;
    this.#isNear = true;
    this.#plan();
  }

  connectedCallback() {
    // What was set before the element was known is no property of it yet.
    for (const name of this.constructor.properties) {
      if (!Object.hasOwn(this, name)) continue;
      const { [name]: value } = this;
      delete this[name];
      this[name] = value;
    }
    children().observe(this, { childList: true });
    watch(this, this.#follow);
    this.#plan();
  }

  disconnectedCallback() {
    this.#plan(); // it may only be on its way to another place
  }

  /** That it is moved is nothing to it. */
  connectedMoveCallback() {}

  adoptedCallback() {
    this.#options = undefined; // drawn again, it gets the sheet of this document
    this.#plan();
  }

  attributeChangedCallback(_, before, now) {
    if (before !== now) this.#plan();
  }

  /** Brings about what is asked for, when whoever asks has come to an end. */
  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      this.#isPlanned = false;
      if (!this.isConnected) return this.#rest();
      if (!isParsed(this)) return listen(document, "DOMContentLoaded", () => this.#plan());
      try {
        this.#settle();
      } catch (error) {
        this.#fail(error, this.#origin);
      }
    });
  }

  /** Out of the page nothing is waited for, and nothing watched. */
  #rest() {
    unwatch(this.#follow);
    nearness().unobserve(this);
    if (!this.#view || this.#end) this.#asked = []; // put back, it begins again
    this.#cancel();
  }

  #settle() {
    const { kind } = this.constructor;
    this.#settlePlace();
    this.#setTheme();
    const asked = kind.asked(this);
    if (this.#place.isServed && !this.#view) {
      this.#adopt(asked);
      if (kind.isFresh && asked.length !== 1) return;
    }
    if (this.#view) kind.settle?.(this, this.#place.target);
    if (asked.length === 0) return this.#clear();
    this.#isNear ||= kind.isWanted?.() ?? false;
    if (this.loading === "lazy" && !this.#isNear && !(this.#view && kind.isFresh)) {
      this.#wait();
      return nearness().observe(this);
    }
    nearness().unobserve(this);
    const isNew = asked.length !== this.#asked.length || asked.some((part, at) => part !== this.#asked[at]);
    if (isNew) this.#article = undefined;
    this.#asked = asked;
    if (isNew) this.#load();
    else if (this.#end) this.#wait();
    else if (this.#options !== keyOf(this.#optionsNow()) || (this.#view && !this.#place.page)) this.#load();
  }

  /** Where nothing is asked for, shows what stands in it; but what a server has drawn stays. */
  #clear() {
    this.#cancel();
    if (this.#place.isServed) return;
    this.#asked = [];
    this.#view?.destroy();
    this.#view = undefined;
    this.#place.empty().replaceChildren();
  }

  #cancel() {
    giveUp(this);
    this.#end?.abort();
    this.#end = undefined;
  }

  /** Where the page stands, and what of the element is the page's own. */
  #settlePlace() {
    const isLight = this.mode === "light";
    if (this.#place?.isLight !== isLight) {
      this.#cancel();
      this.#place?.leave();
      this.#place = placeOf(this, isLight, this.#internals);
      this.#asked = [];
      this.#view = undefined;
    }
    this.#place.remember();
  }

  /** Takes the page that a server has drawn as its own; it is told of, unless another is asked for at once. */
  #adopt(asked) {
    const began = performance.now();
    const { target } = this.#place;
    const isDressed = target.querySelector("link") !== null;
    this.#origin = originOf(asked);
    this.#options = keyOf(this.#optionsNow());
    const take = (options) => adopt(target, { ...options, ...(isDressed && { styles: "none" }) });
    this.#view = this.#heed(take, this.#optionsNow());
    if (!this.#place.isLight) nameParts(target);
    if (!this.constructor.kind.isFresh || asked.length === 1) return;
    this.#asked = asked;
    this.#finish([], began, null);
  }

  /** Says that a page is awaited, if there is nothing else to be seen. */
  #wait() {
    if (this.#view || this.#place.page) return;
    const box = this.#place.empty();
    // What stands in it is enough, but for who has been told that there is no page and has asked again.
    const isEnough = this.#place.isFilled && !box.firstChild;
    if (!isEnough && !box.querySelector(".satr-skeleton")) this.#say(box, "waiting", {});
  }

  /** Asks for what is to be shown, if it is not there, and draws it; what is asked for later ends that. */
  async #load() {
    this.#cancel();
    const { signal } = (this.#end = new AbortController());
    const began = performance.now();
    const how = { transport: this.#given.fetch, base: this.baseURI, isAnew: this.#isAnew };
    this.#isAnew = false;
    const origin = originOf(this.#asked);
    try {
      this.#options = keyOf(this.#optionsNow());
      this.#wait();
      const [got] = await Promise.all([this.#article ?? this.constructor.kind.ask(this, this.#asked, how, signal), ready()]);
      signal.throwIfAborted();
      const { article, notes } = (this.#article = got);
      if (this.#origin !== origin) this.#view = undefined; // another page: its parts have nothing to do with these
      this.#origin = origin;
      const { isFocused } = this.#place;
      const drawn = await this.#draw(article, signal);
      signal.throwIfAborted();
      this.#end = undefined;
      this.#place.isServed = false;
      if (!drawn.drawn) return void (this.#view = undefined); // somebody else has drawn there
      this.#view ??= drawn;
      if (isFocused) this.#place.focus(); // whoever was on the button is where they were
      this.#finish([...notes, ...drawn.notes], began, article);
      this.#plan(); // something may have been set meanwhile
    } catch (error) {
      if (signal.aborted) return;
      this.#cancel();
      this.#fail(error, origin);
    }
  }

  /** Draws a page with the options that there are now. */
  async #draw(article, signal) {
    const options = this.#optionsNow();
    this.#options = keyOf(options);
    const look = { theme: this.#themeNow(), signal };
    const { kind } = this.constructor;
    const draw = (options) => kind.draw(this, article, this.#place.target, this.#view, { ...options, ...look }, this.#redraw);
    for (let left = { ...options }; ; ) {
      try {
        return await draw(left);
      } catch (error) {
        left = without(this, left, error);
      }
    }
  }

  /** Does what takes options, as far as they are choices. */
  #heed(act, options) {
    for (let left = options; ; ) {
      try {
        return act(left);
      } catch (error) {
        left = without(this, left, error);
      }
    }
  }

  #finish(notes, began, article) {
    const { target, isLight } = this.#place;
    this.#setTheme();
    this.constructor.kind.settle?.(this, target);
    this.#place.fillSlots();
    if (!isLight) nameParts(target);
    const ms = performance.now() - began;
    const read = lazily(() => readable(article));
    this.#tell("satr-ready", { notes, ms, get article() { return read() } });
  }

  #fail(thrown, origin) {
    // By its name, as what is loaded apart has a class of its own.
    const isOurs = thrown?.name === "SatrError";
    const error = isOurs ? thrown : new SatrError("internal", "the page broke off", thrown);
    const { code, message, detail, cause } = error;
    const isPassing = PASSING.includes(code) || PASSING.includes(cause?.code);
    const retry = isPassing ? () => this.reload() : undefined;
    if (isPassing) hope(this);
    // As it was before is better than nothing.
    const isOlder = (this.#view || this.#place.isServed) && this.#origin === origin;
    const box = isOlder ? undefined : this.#place.empty();
    if (box) this.#view = undefined;
    const isTold = this.#tell("satr-error", { code, message, retry }, true);
    if (isTold) console.error(`Satr: ${code}: ${detail}`);
    if (!box) return;
    if (!isTold || (code === "no-wasm" && this.#place.isFilled)) box.replaceChildren();
    else if (code === "not-found") this.#say(box, "notFound", {});
    else if (isPassing && navigator.onLine === false) this.#say(box, "offline", { retry });
    else this.#say(box, "failed", { message, retry });
  }

  /** Shows a state in the place of a page. */
  #say(box, state, words) {
    const [title, message] = this.constructor.kind.words?.[state] ?? [undefined, words.message];
    const { headingLevel, font } = this.#optionsNow();
    const level = [1, 2, 3, 4, 5, 6].includes(headingLevel) ? headingLevel : 1;
    const look = { headingLevel: level, font: font === "none" ? font : undefined, theme: this.#themeNow() };
    box.hidden = !this.#place.isFocused; // it would be seen in the page's own look first
    showState(box, state, { ...words, title, message, ...look }).then(() => (box.hidden = false));
    if (!this.#place.isLight) nameParts(this.#place.target);
  }

  /** The options as attributes and properties now say, but for the theme. */
  #optionsNow() {
    for (const name of Object.keys(this.#given.options ?? {})) this.#known[name] = undefined;
    const options = { ...this.#known, ...this.#given.options };
    for (const [attribute, name] of Object.entries(OPTIONS)) options[name] = this.getAttribute(attribute) ?? options[name];
    if (options.headingLevel) options.headingLevel = Number(options.headingLevel);
    if (this.comments) options.comments = false; // they stand behind the article, as their server tells them
    options.slots = this.#place.content.map(slotNameOf).filter((slot) => SLOT.test(slot));
    return options;
  }

  #themeNow() {
    const { theme } = this;
    return theme === "light" || theme === "dark" ? theme : themeAround(this);
  }

  /** The theme is an attribute of the page and nothing else. */
  #setTheme() {
    const dataset = this.#place?.themed?.dataset;
    if (!dataset) return;
    const theme = this.#themeNow();
    if (theme === "auto") delete dataset.theme;
    else if (dataset.theme !== theme) dataset.theme = theme;
  }

  /** Of a page in another's place, that one's host is not told as of its own. */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: !isOwn(this) }));
  }
}

/** Resolves when the core is there; without it nothing is drawn, for whatever reason. */
async function ready() {
  try {
    await init();
  } catch (error) {
    throw Object.assign(new SatrError("no-wasm", error.detail), { cause: error, message: error.message });
  }
}

function lazily(make) {
  let made;
  return () => (made ??= make());
}
