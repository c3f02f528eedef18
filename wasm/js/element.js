// Nothing in, the element <satr-article> defined.

import { ATTRIBUTES, OPTIONS, keyOf, reflect, without } from "./attributes.js";
import { giveUp, hope } from "./hope.js";
import { SatrError, adopt, init, render, showState } from "./index.js";
import { nameParts } from "./parts.js";
import { isParsed, placeOf, slotNameOf } from "./place.js";
import { listen } from "./platform.js";
import { ask, originOf, readable } from "./source.js";
import { themeAround, unwatch, watch } from "./surroundings.js";

/** What `pack.mjs` says that the package is. */
const VERSION = typeof SATR_VERSION === "undefined" ? "unpacked" : SATR_VERSION;

/** How far from the window a lazy element begins to load. */
const NEAR = "1200px";

/** What may come if it is asked for again. */
const PASSING = ["network", "timeout"];

/** The places in the text that a child can be for. */
const SLOT = /^after-paragraph-([1-9]|[1-5]\d|6[0-3])$/;

/** What happens to an element that is not called by its own name. */
let plan, approach;

/** Those who look after all elements, made for the first. */
const children = lazily(() => new MutationObserver((records) => new Set(records.map(({ target }) => target)).forEach(plan)));
const nearness = lazily(() => new IntersectionObserver(approach, { rootMargin: NEAR }));

/**
 * A Persian article: from its address, or from its data, given as `article`. What stands in the element is shown until
 * the article is there, and stays where it cannot come. A page that a server has drawn there, in a declarative shadow
 * root or, with `mode="light"`, right in the element, is taken as it is.
 *
 * @tagname satr-article
 * @summary A Persian article, from right to left, with Persian digits and Jalali dates.
 *
 * @attr {string} src - Where the article is.
 * @attr {"json" | "text" | "auto"} format - What is there: Satr's JSON, the text of a Persian news page, or either.
 * @attr {"persian" | "latin" | "keep"} numerals - The digits of the page.
 * @attr {"jalali" | "gregorian"} calendar - The calendar of its dates.
 * @attr {string} time-zone - Whose clock: `Asia/Tehran`, `Asia/Kabul`, `UTC`, or an offset such as `+03:30`.
 * @attr {string} lang - The language of the page, whatever the article says.
 * @attr {"auto" | "light" | "dark"} theme - Its colours; by default, `auto`, those of the page around.
 * @attr {"1" | "2" | "3" | "4" | "5" | "6"} heading-level - The level of the headline.
 * @attr {"auto" | "off" | "polish" | "repair"} typography - How much of the text may be changed.
 * @attr {"vazirmatn" | "none"} font - `none` if the page brings a font itself.
 * @attr {"shadow" | "light"} mode - Whether the page is drawn into a shadow root or right into the element.
 * @attr {"eager" | "lazy"} loading - `lazy` loads when the element comes near the window.
 * @attr {"omit" | "same-origin" | "include"} credentials - Whether cookies are sent when the article is asked for.
 *
 * @prop {object | string | ArrayBuffer | ArrayBufferView | null} article - The article itself, in place of `src`.
 * @prop {((url: string, init: RequestInit) => Promise<Response>) | null} fetch - Asks for the article, in place of the
 *   browser's, with headers of its own for example.
 * @prop {object | null} options - Options of `render` that have no attribute.
 *
 * @slot - What is shown until the article is there, and where it cannot come.
 * @slot after-paragraph-1 - What is to stand after that paragraph; likewise up to `after-paragraph-63`.
 *
 * @fires {CustomEvent} satr-ready - It is drawn: `article`, null if a server has drawn it; `notes`; `ms` from the first step.
 * @fires {CustomEvent} satr-error - It is not: a `code`, a `message` in Persian, and `retry` where that may help. If it is
 *   canceled, nothing is said in the place of the article.
 * @fires {CustomEvent} satr-navigate - A link was clicked: its `url`, and of what `kind` it is. Can be canceled.
 * @fires {CustomEvent} satr-share - The article is to be shared: with which `target`, its `url`, its `text`. Can be canceled.
 * @fires {CustomEvent} satr-block - A block of the page's own kind stands there to be drawn: its `kind`, `data`, `element`.
 *
 * @csspart article - The article. In it: `head`, `path`, `kicker`, `headline`, `deck`, `byline`, `tools`, `lead`, `dateline`.
 * @csspart body - Its text. In it: `figure`, `gallery`, `quote`, `pull`, `table`, `embed`, `code`, `callout`, `points`,
 *   `timeline`, `poem`.
 * @csspart foot - What stands below: `contents`, `footnotes`, `tags`, `share`, `facts`, `more`.
 * @csspart comments - The comments: `comment`, `rules`.
 * @csspart state - What is said in the place of an article.
 *
 * @cssprop --satr-paper - The ground. Likewise `--satr-tint`, `-ink`, `-ink-soft`, `-rule`, `-edge`, `-accent`, `-alert`.
 * @cssprop --satr-font - The font; `--satr-font-code` that of code.
 * @cssprop --satr-size - The size of the text, `max(1.0625rem, 17px)`.
 * @cssprop --satr-leading - The height of its lines, `2`.
 * @cssprop --satr-measure - The width of its lines, `30` times its size.
 */
export class SatrArticle extends (globalThis.HTMLElement ?? Object) {
  static version = VERSION;
  static observedAttributes = ATTRIBUTES;
  static {
    plan = (element) => element.#plan();
    approach = (entries) => {
      for (const { target, isIntersecting } of entries) {
        target.#isNear ||= isIntersecting;
        if (isIntersecting) target.#plan();
      }
    };
  }

  #given = { article: null, fetch: null, options: null };
  #place;
  /** What is shown: as `render` or `adopt` gave it, from where, its article if that is known, and its options. */
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

  constructor() {
    super();
    this.#internals = this.attachInternals();
  }

  /** The article itself: an object, its JSON, or the bytes of that. Given again, it is drawn anew where it has changed. */
  get article() {
    return this.#given.article;
  }
  set article(article) {
    this.#asked = []; // it may be the same object, changed
    this.#given.article = article ?? null;
    this.#plan();
  }

  /** What asks for the article from the next time on, if it is not the browser's `fetch`. */
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

  /** Asks for the article once more; what has not changed of it stays as it is. */
  reload() {
    if (this.#end) return; // it is asking
    this.#asked = [];
    this.#isAnew = true;
    this.#plan();
  }

  connectedCallback() {
    // What was set before the element was known is no property of it yet.
    for (const name of ["article", "fetch", "options", ...ATTRIBUTES.map((name) => OPTIONS[name] ?? name)]) {
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
    this.#settlePlace();
    this.#setTheme();
    const { article } = this.#given;
    const { src, format, credentials } = this;
    const asked = article !== null ? [article] : src ? [src, format, credentials] : [];
    if (this.#place.isServed && !this.#view) {
      this.#adopt(asked);
      if (article === null) return;
    }
    if (asked.length === 0) return this.#clear();
    if (this.loading === "lazy" && !this.#isNear && !this.#view) {
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

  /** Takes the page that a server has drawn as its own; it is told of, unless another article is asked for at once. */
  #adopt(asked) {
    const began = performance.now();
    const { target } = this.#place;
    const isDressed = target.querySelector("link") !== null;
    this.#origin = originOf(asked);
    this.#options = keyOf(this.#optionsNow());
    const take = (options) => adopt(target, { ...options, ...(isDressed && { styles: "none" }) });
    this.#view = this.#heed(take, this.#optionsNow());
    if (this.#given.article !== null) return;
    this.#asked = asked;
    this.#finish([], began, null);
  }

  /** Says that an article is awaited, if there is nothing else to be seen. */
  #wait() {
    if (this.#view || this.#place.page) return;
    const box = this.#place.empty();
    // What stands in it is enough, but for who has been told that there is no article and has asked again.
    const isEnough = this.#place.isFilled && !box.firstChild;
    if (!isEnough && !box.querySelector(".satr-skeleton")) this.#say(box, "waiting", {});
  }

  /** Asks for the article, if it is not there, and draws it; what is asked for later ends that. */
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
      const [got] = await Promise.all([this.#article ?? ask(this.#asked, how, signal), ready()]);
      signal.throwIfAborted();
      const { article, notes } = (this.#article = got);
      if (this.#origin !== origin) this.#view = undefined; // another article: its parts have nothing to do with these
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

  /** Draws an article with the options that there are now. */
  async #draw(article, signal) {
    const options = this.#optionsNow();
    this.#options = keyOf(options);
    const look = { theme: this.#themeNow(), signal };
    const draw = (options) =>
      this.#view
        ? this.#view.update(article, { ...options, ...look })
        : render(article, this.#place.target, { ...options, ...look });
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
    this.#place.fillSlots();
    if (!isLight) nameParts(target);
    const ms = performance.now() - began;
    const read = lazily(() => readable(article));
    this.#tell("satr-ready", { notes, ms, get article() { return read() } });
  }

  #fail(thrown, origin) {
    // By its name, as what is loaded apart has a class of its own.
    const isOurs = thrown?.name === "SatrError";
    const error = isOurs ? thrown : new SatrError("internal", "the article broke off", thrown);
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

  /** Shows a state in the place of an article. */
  #say(box, state, words) {
    const { headingLevel, font } = this.#optionsNow();
    const level = [1, 2, 3, 4, 5, 6].includes(headingLevel) ? headingLevel : 1;
    const look = { headingLevel: level, font: font === "none" ? font : undefined, theme: this.#themeNow() };
    box.hidden = !this.#place.isFocused; // it would be seen in the page's own look first
    showState(box, state, { ...words, ...look }).then(() => (box.hidden = false));
    if (!this.#place.isLight) nameParts(this.#place.target);
  }

  /** The options as attributes and properties now say, but for the theme. */
  #optionsNow() {
    for (const name of Object.keys(this.#given.options ?? {})) this.#known[name] = undefined;
    const options = { ...this.#known, ...this.#given.options };
    for (const [attribute, name] of Object.entries(OPTIONS)) options[name] = this.getAttribute(attribute) ?? options[name];
    if (options.headingLevel) options.headingLevel = Number(options.headingLevel);
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

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}

reflect(SatrArticle);

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

const NAME = "satr-article";
const first = globalThis.customElements?.get(NAME);
if (!first) globalThis.customElements?.define(NAME, SatrArticle);
else if (first.version !== VERSION) {
  console.warn(`Satr: <${NAME}> ${first.version ?? "of another make"} is on this page already; ${VERSION} leaves it be`);
}
