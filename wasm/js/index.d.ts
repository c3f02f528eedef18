/** Text in one line; a number is written as it is. */
export type Line = string | number | null;

/** An address. `https`, `http` and, for links, `mailto` and `tel`; others are left out and noted. */
export type Address = string | URL | null;

/** An instant: ISO 8601 such as `2019-08-14T12:00:00+04:30`, a `Date`, or seconds or milliseconds since 1970, from 1973 on. */
export type Instant = string | number | Date | null;

/** A list; one item alone stands for a list of one. */
export type Many<T> = T | readonly T[] | null;

/** Running text: a string, a span, or a list of both. A line end is a line break. */
export type RichText = Many<string | number | Span>;

/** How characters are set: bold, stressed, or as code, which stays left to right and keeps its digits. */
export type Mark = "strong" | "emphasis" | "code";

/** Characters that share their marks. */
export interface Span {
  /** The characters. */
  text?: Line;
  /** How they are set. */
  marks?: Many<Mark>;
  /** Where they lead. */
  href?: Address;
}

/** An article. Every field may be missing or null; one of the wrong kind is left out and noted, the rest stands. */
export interface Article {
  /** The version of the format: 1. */
  version?: number | null;
  /** The news code (کد خبر): the publisher's own number or name for the article. */
  id?: Line;
  /** The language, by BCP 47; `fa` where none is named. */
  language?: string | null;
  /** The article's own address; relative addresses in it are resolved on this one. */
  url?: Address;
  /** The section path, outermost first: استان‌ها، سمنان. */
  section?: Many<string | number | Link>;
  /** The line above the headline (روتیتر). */
  kicker?: Line;
  /** The headline (تیتر). */
  headline?: Line;
  /** The lines below the headline (سوتیتر، زیرتیتر). */
  deck?: Line;
  /** Who made it. */
  byline?: Many<string | number | Credit>;
  /** When it was first published. */
  published?: Instant;
  /** When it was last changed in substance. */
  modified?: Instant;
  /** The place the report comes from, set before the lead. */
  dateline?: Line;
  /** The first paragraph, set larger (لید). */
  lead?: RichText;
  /** The picture that goes with the lead. */
  leadFigure?: Figure | null;
  /** The text: blocks, or one string whose paragraphs are parted by empty lines. */
  body?: Many<string | number | Block>;
  /** What was wrong and has been put right. */
  corrections?: Many<string | number | Correction>;
  /** Subjects (برچسب‌ها). */
  tags?: Many<string | number | Link>;
  /** Where it was taken from. */
  source?: string | number | Link | null;
  /** A short address for sharing. */
  shortLink?: Address;
  /** Other articles on the matter. */
  related?: Many<string | number | Related>;
  /** What readers wrote, in the order to be shown. */
  comments?: Many<Comment>;
  /** What a comment must keep to, a sentence each. */
  commentRules?: Many<string | number>;
}

/** A name that may lead somewhere. */
export interface Link {
  /** What is shown. */
  text?: Line;
  /** Where it leads. */
  url?: Address;
}

/** Somebody who made a part of it. */
export interface Credit {
  /** The name. */
  name?: Line;
  /** What they did: خبرنگار، عکاس، مترجم. */
  role?: Line;
  /** Their own page. */
  url?: Address;
}

/** What was wrong and has been put right. */
export interface Correction {
  /** What was wrong, and what is right. */
  text?: RichText;
  /** When it was put right. */
  date?: Instant;
}

/** Another article on the matter. */
export interface Related {
  /** Its headline. */
  text?: Line;
  /** Its address. */
  url?: Address;
  /** When it was published. */
  date?: Instant;
}

/** A reader's comment. Threads are flat: a reply names the comment it answers. */
export interface Comment {
  /** What other comments name this one by; unique within the article. */
  id?: Line;
  /** The `id` of the comment this one answers. */
  parent?: Line;
  /** Who wrote it, as they signed. */
  author?: Line;
  /** When. */
  date?: Instant;
  /** What they wrote: plain text, its paragraphs parted by empty lines. */
  text?: Line;
}

/** A block of the body; of a kind not listed here the text is kept, and noted. */
export type Block =
  | ({ type: "paragraph" } & Paragraph)
  | ({ type: "heading" } & Heading)
  | ({ type: "list" } & List)
  | ({ type: "quote" } & Quote)
  | ({ type: "figure" } & Figure);

/** A paragraph; a bare string is one as well. */
export interface Paragraph {
  /** Its text. */
  text?: RichText;
}

/** A heading inside the text (میان‌تیتر). */
export interface Heading {
  /** From 2, the default, to 6; level 1 is the headline's own. */
  level?: number | null;
  /** Its text. */
  text?: RichText;
}

/** A list. */
export interface List {
  /** Whether the order counts and the items are numbered. */
  ordered?: boolean | null;
  /** The items. */
  items?: readonly RichText[] | null;
}

/** A quotation that stands apart. */
export interface Quote {
  /** What was said. */
  text?: RichText;
  /** By whom, or where. */
  cite?: Line;
}

/** A picture with what is said about it. */
export interface Figure {
  /** The picture; a bare string is its address. */
  image?: string | URL | Image | null;
  /** What it shows and why it is here. */
  caption?: RichText;
  /** Who made it. */
  credit?: Line;
}

/** A picture. */
export interface Image {
  /** Where it is: `https`, `http`, or a small picture as base64 in a `data:` address. */
  url?: Address;
  /** What it shows, for those who do not see it. */
  alt?: Line;
  /** Its width in pixels; with the height it keeps the page from moving while it loads. */
  width?: number | null;
  /** Its height in pixels. */
  height?: number | null;
}

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
  /** `none` if the page brings `article.css` itself. */
  styles?: "auto" | "none" | null;
  /** `none` if the page brings a font itself. */
  font?: "vazirmatn" | "none" | null;
}

/** What came of `render`. */
export interface Rendered {
  /** What was off in the data. */
  notes: Note[];
  /** False if a later call had drawn into the target already: the later one stays, and this one did nothing. */
  drawn: boolean;
}

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
  | "network" | "no-wasm" | "internal";

/** Why an article could not be drawn. No function here throws or rejects with anything else. */
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
 * Draws an article in the place of what an element or a shadow root holds; on failure that stays.
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

/** Draws an article as the UTF-8 bytes of its HTML. */
export function renderToBytes(article: ArticleSource, options?: Options | null): Promise<Uint8Array>;

/** Draws an article as a string of HTML. */
export function renderToString(article: ArticleSource, options?: Options | null): Promise<string>;
