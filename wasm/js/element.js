// Nothing in, the elements <satr-article> and <satr-comments> defined.

import { reflect } from "./attributes.js";
import { placeOwn } from "./own.js";
import { render } from "./index.js";
import { ask } from "./source.js";
import { SatrElement, renew } from "./tag.js";
import { comments } from "./talk.js";

/** What `pack.mjs` says that the package is. */
const VERSION = typeof SATR_VERSION === "undefined" ? "unpacked" : SATR_VERSION;

/** How articles are shown. */
const article = {
  isFresh: true,
  asked: ({ article, src, format, credentials }) => (article !== null ? [article] : src ? [src, format, credentials] : []),
  ask: (_, asked, how, signal) => ask(asked, how, signal),
  draw: (_, article, target, view, options) => (view ? view.update(article, options) : render(article, target, options)),
  settle: placeOwn,
};

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
 * @attr {string} comments - Where the article's comments are at home: they are shown behind it, as `satr-comments`.
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
export class SatrArticle extends SatrElement {
  static version = VERSION;
  static kind = article;

  #article = null;

  /** The article itself: an object, its JSON, or the bytes of that. Given again, it is drawn anew where it has changed. */
  get article() {
    return this.#article;
  }
  set article(article) {
    this.#article = article ?? null;
    renew(this);
  }
}

/**
 * The comments of an article: to be read, and, as their server allows, written, voted on and reported. They are loaded when
 * the element comes near the window. What stands in the element is shown until they are there, and stays where they cannot
 * come. Comments that a server has drawn there, in a declarative shadow root or, with `mode="light"`, right in the element,
 * are taken as they are.
 *
 * @tagname satr-comments
 * @summary The comments of an article, with a form to write one.
 *
 * @attr {string} src - Where the comments are at home: what is read there, and written to.
 * @attr {"persian" | "latin" | "keep"} numerals - The digits of the page.
 * @attr {"jalali" | "gregorian"} calendar - The calendar of its dates.
 * @attr {string} time-zone - Whose clock: `Asia/Tehran`, `Asia/Kabul`, `UTC`, or an offset such as `+03:30`.
 * @attr {string} lang - The language of the page, whatever the comments say.
 * @attr {"auto" | "light" | "dark"} theme - Its colours; by default, `auto`, those of the page around.
 * @attr {"1" | "2" | "3" | "4" | "5" | "6"} heading-level - The level of the headline above, which the comments' is below.
 * @attr {"auto" | "off" | "polish" | "repair"} typography - How much of the text may be changed.
 * @attr {"vazirmatn" | "none"} font - `none` if the page brings a font itself.
 * @attr {"shadow" | "light"} mode - Whether the page is drawn into a shadow root or right into the element.
 * @attr {"lazy" | "eager"} loading - `eager` loads wherever the element is.
 * @attr {"omit" | "same-origin" | "include"} credentials - Whether cookies are sent to where the comments are.
 *
 * @prop {((url: string, init: RequestInit) => Promise<Response>) | null} fetch - Asks for the comments, and sends what is
 *   written, in place of the browser's, with headers of its own for example.
 * @prop {object | null} options - Options of `showComments` that have no attribute.
 *
 * @slot - What is shown until the comments are there, and where they cannot come.
 *
 * @fires {CustomEvent} satr-ready - They are drawn, or drawn anew: `article`, which holds them; `notes`; `ms`.
 * @fires {CustomEvent} satr-error - They are not: a `code`, a `message` in Persian, and `retry` where that may help. If it is
 *   canceled, nothing is said in the place of the comments.
 * @fires {CustomEvent} satr-act - A reader wants to do something: `act`, which is `post`, `up`, `down`, `none` or `report`, and
 *   the `comment`. If it is canceled, it is not done.
 * @fires {CustomEvent} satr-comment - The server has taken it: `act`, the `comment` as it now is, and what is `said` of it.
 *
 * @csspart comments - The comments: `comment`, `rules`.
 * @csspart state - What is said in the place of comments.
 */
export class SatrComments extends SatrElement {
  static version = VERSION;
  static kind = comments;
}

reflect(SatrArticle, { format: "json", comments: null }, ["article", "fetch", "options"]);
reflect(SatrComments, { loading: "lazy" }, ["fetch", "options"]);

for (const [name, element] of [["satr-article", SatrArticle], ["satr-comments", SatrComments]]) {
  const first = globalThis.customElements?.get(name);
  if (!first) globalThis.customElements?.define(name, element);
  else if (first.version !== VERSION) {
    console.warn(`Satr: <${name}> ${first.version ?? "of another make"} is on this page already; ${VERSION} leaves it be`);
  }
}
