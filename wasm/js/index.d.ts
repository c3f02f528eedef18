import type { Article } from "./article.js";
import type { Zone } from "./format.js";

export * from "./article.js";

/** An article: an object, its JSON as a string, or its JSON as UTF-8 bytes. */
export type ArticleSource = Article | string | ArrayBuffer | ArrayBufferView;

/** How an article is drawn. */
export interface Options {
  /** The digits of the page: Persian by default; `keep` leaves those of the text as they are. */
  numerals?: "persian" | "latin" | "keep" | null;
  /** The direction of ranges and scores, «۱۰-۱۵»: with the first number at the right by default. */
  ranges?: "rtl" | "ltr" | null;
  /**
   * How much of a Persian text may be changed: `polish` mends letters, spaces and marks; `repair` also lost half-spaces,
   * those of compounds as far as the text shows that theirs were lost; with `off` it is only made safe, and its digits set;
   * `auto`, the default, repairs where the article as a whole shows that they were lost, and polishes elsewhere.
   * What repairs, `text.js`, its wasm and its lexicon, is loaded when an article needs it; if it has not come in a second,
   * the article is polished, and a note of code `unrepaired` says so.
   */
  typography?: "auto" | "off" | "polish" | "repair" | null;
  /** Which rules may change it, where that is not as usual. */
  rules?: { [rule in Rule]?: boolean | null } | null;
  /** The colours of the page: the reader's preference by default. */
  theme?: "auto" | "light" | "dark" | null;
  /** The level of the headline, 1 by default; in a page with headings of its own the article begins lower. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | null;
  /**
   * Places for content of your own, after the 1st to 63rd paragraph: `<slot name="after-paragraph-3">`. In a shadow root
   * they show the host's children of that `slot`; elsewhere they can be filled.
   */
  slots?: readonly `after-paragraph-${number}`[] | null;
  /** Whether sections are listed ahead of the text: in long articles by default. */
  contents?: "auto" | "on" | "off" | null;
  /** Whether ways to share an article of known address are offered: `true` by default. */
  share?: boolean | null;
  /** Whether it is told how long reading takes: `true` by default. */
  readingTime?: boolean | null;
  /** Whether the article's own comments are drawn: `true` by default. */
  comments?: boolean | null;
  /**
   * Whether forms are drawn that post to where the article's data says its discussion is: `false` by default. To be said only
   * of data that you trust; comments that are at home somewhere are shown by `satr/comments`.
   */
  discussion?: boolean | null;
  /**
   * What readers can do that takes a script, a button each: set the text smaller and larger, print, take the news code, the
   * short link or a program along, share by what the device offers. `render` takes all that the browser can do; where
   * it is not given to the other functions, there are none.
   */
  tools?: readonly ("fontSize" | "print" | "copy" | "share")[] | null;
  /**
   * When the copy that is shown was kept, as `Date.now()` gave it, if the reader has no network: the page then says that
   * there is none, and from when the copy is.
   */
  saved?: number | null;
  /**
   * The present, as `Date.now()` gives it, by which old related articles tell their age. `render` takes the clock's; where
   * it is not given to the other functions, no age is told.
   */
  now?: number | null;
  /** The calendar of every date on the page: Jalali by default; Gregorian has the names of months that Persian gives them. */
  calendar?: "jalali" | "gregorian" | null;
  /**
   * Whose clock every time on the page is on: Tehran's by default, Kabul's in Persian of Afghanistan. What the data says
   * without an offset is Tehran's in any case.
   */
  timeZone?: Zone | null;
  /** The article's language by BCP 47, such as `fa-AF`, where the page knows it better than the data; else that of the data. */
  language?: string | null;
}

/**
 * A rule of typography, by what it does.
 *
 * | rule | |
 * | --- | --- |
 * | `letters` | «كتاب علي» → «کتاب علی» |
 * | `kashida` | «ســلام» → «سلام» |
 * | `spacing` | «سلام ،خوبی» → «سلام، خوبی» |
 * | `punctuation` | «چرا?» → «چرا؟» |
 * | `quotes` | "سلام" → «سلام» |
 * | `ellipsis` | «...» → «…» |
 * | `doubled` | «چرا؟؟» → «چرا؟» |
 * | `prefix` | «میرود», «می رود» → «می‌رود» |
 * | `plural` | «کتابها», «کتاب ها» → «کتاب‌ها» |
 * | `ending` | «رفتهاند», «رفته اند» → «رفته‌اند» |
 * | `compound` | «مردمنهاد» → «مردم‌نهاد» |
 * | `split-compound` | «مردم نهاد» → «مردم‌نهاد» |
 * | `ezafe` | off unless switched on: «خانه‌ی ما» → «خانهٔ ما» |
 * | `pronoun` | likewise: «آنها» → «آن‌ها» |
 * | `perfect` | likewise: «رفته است» → «رفته‌است» |
 * | `adverb` | likewise: «به عنوان» → «به‌عنوان» |
 */
export type Rule =
  | "letters" | "kashida" | "spacing" | "punctuation" | "quotes" | "ellipsis" | "doubled"
  | "prefix" | "plural" | "ending" | "compound" | "split-compound"
  | "ezafe" | "pronoun" | "perfect" | "adverb";

/** How an article is drawn into a page. */
export interface RenderOptions extends Options {
  /** `none` if the page brings `satr.css` itself. */
  styles?: "auto" | "none" | null;
  /** `none` if the page brings a font itself. */
  font?: "vazirmatn" | "none" | null;
  /** `local` if the size that a reader has chosen for the text may be kept in `localStorage`. */
  storage?: "none" | "local" | null;
  /**
   * Draws blocks of your own kinds, those of type `custom`: fills the element, or returns a node to stand in it. If it
   * throws, the block keeps its text.
   */
  renderBlock?: ((name: string, data: unknown, element: HTMLElement) => Node | void) | null;
  /**
   * `true` draws a long article slice by slice, its head first, so that the page can answer its reader meanwhile. It takes
   * longer as a whole. What an update has built in slices takes its place at once.
   */
  slice?: boolean | null;
  /** Ends the drawing: `render` and `update` reject with its reason, and what is drawn so far stays. */
  signal?: AbortSignal | null;
}

/** What came of a drawing. */
export interface Drawn {
  /** What was off in the data. */
  notes: Note[];
  /** False if a later call had drawn into the target already: the later one stays, and this one did nothing. */
  drawn: boolean;
}

/** A page that is drawn into a target. */
export interface View {
  /**
   * Draws the article as it is now. Only what has changed is touched: blocks, comments and other parts that have not are
   * the same nodes, and keep focus, selection, scroll position and what plays. Options stay unless they are given.
   * Of a view that has ended, or in whose place another was drawn, nothing is (`drawn: false`).
   */
  update(article: ArticleSource, options?: RenderOptions | null): Promise<Drawn>;
  /** Takes the page out of its target, and its listeners with it. */
  destroy(): void;
}

/** What came of `render`. */
export interface Rendered extends Drawn, View {}

/** Something in the data that was left out or read otherwise than written. */
export interface Note {
  /** Where in the data, such as `body[3].image.url`. */
  path: string;
  /** A stable code; versions to come may add some. */
  code: NoteCode;
  /** What was expected and what came, in English. */
  message: string;
}

/** What can be off in an article's data. */
export type NoteCode =
  | "wrong-type" | "bad-url" | "bad-date" | "bad-language" | "out-of-range" | "unknown-block" | "unknown-mark"
  | "newer-version" | "too-deep" | "too-many" | "more-notes" | "furniture" | "repeated-headline" | "unrepaired";

/** Why an article can fail to be drawn: its data, the call, or what the page and the network allow. */
export type ErrorCode =
  | "empty" | "bad-json" | "bad-encoding" | "bad-type" | "bad-input" | "too-large"
  | "bad-options" | "bad-target"
  | "network" | "timeout" | "not-found" | "no-wasm" | "internal";

/** Why an article could not be drawn. No function here throws or rejects with anything else, but for an aborted `signal`. */
export class SatrError extends Error {
  private constructor();
  /** A stable code. After `network` it is worth trying again. */
  readonly code: ErrorCode;
  /** What to tell a reader, in Persian. */
  message: string;
  /** What was expected and what came, in English. */
  readonly detail: string;
}

/**
 * Loads the wasm early, or from elsewhere: an address, a response, bytes or a compiled module.
 * It is loaded once: while it loads and after, further calls wait for the first one's and leave their source alone.
 * Rejects with `network` if it does not come, which a later call may mend, and with `no-wasm` if it cannot be run.
 */
export function init(source?: InitSource): Promise<void>;

/** Where a file of the package is, or what it holds. */
export type FileSource = URL | string | Request | Response | BufferSource;

/** The same of a wasm, which may be compiled already. */
export type InitSource = FileSource | WebAssembly.Module;

/**
 * Draws an article in the place of what an element or a shadow root holds; on failure that stays, in slices until the head
 * is there.
 *
 * Of several calls for one target the last to be called stays, whichever is ready first.
 * The styles go to the document or shadow root that the target is in while it is drawn: put it there first.
 * A stylesheet that fails, or is not there in 3 seconds, is warned of on the console and not waited for.
 */
export function render(
  article: ArticleSource,
  target: Element | ShadowRoot,
  options?: RenderOptions | null,
): Promise<Rendered>;

/**
 * Sees to a page that a server has drawn into `target`, the only element in it, as to one that `render` has: buttons,
 * galleries and notes work, and it can be updated. Throws `bad-target` and `bad-options`.
 */
export function adopt(target: Element | ShadowRoot, options?: RenderOptions | null): View;

/**
 * Why there is no article to be seen: it is on its way; it has not come; not since the reader has no network; there is
 * none of that address.
 */
export type State = "waiting" | "failed" | "offline" | "notFound";

/** How it is told. */
export interface StateOptions extends Pick<RenderOptions, "theme" | "headingLevel" | "styles" | "font"> {
  /** What stands above it, in Persian, instead of what does by default. */
  title?: string | null;
  /** What to tell the reader, in Persian, instead of what is told by default, such as the `message` of a `SatrError`. */
  message?: string | null;
  /** Tries again: a button calls it, and after `offline` also the network, when it is there again. */
  retry?: (() => void) | null;
}

/**
 * Shows, in the place of what an element or a shadow root holds, that an article is awaited or why there is none. The
 * next article that is drawn there takes its place; one that was asked for before comes too late.
 * It is there at once, and the promise resolves when the stylesheet is as well, or is late. Throws `bad-target` and
 * `bad-options`.
 */
export function showState(target: Element | ShadowRoot, state: State, options?: StateOptions | null): Promise<void>;

/**
 * Whether a text may be Persian, as far as it shows: for those who are about to send it where Persian is read. One that gives
 * no sign may be.
 */
export function mayBePersian(text: string): Promise<boolean>;

/** Draws an article as the UTF-8 bytes of its HTML. */
export function renderToBytes(article: ArticleSource, options?: Options | null): Promise<Uint8Array>;

/** Draws an article as a string of HTML. */
export function renderToString(article: ArticleSource, options?: Options | null): Promise<string>;
