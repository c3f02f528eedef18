import type { ActDetail, CommentDetail, CommentsOptions } from "./comments.js";
import type { ArticleSource, ErrorCode, Note, RenderOptions } from "./index.js";

/** A Persian article: `<satr-article src="/articles/1.json">`. Each attribute is a property, in camel case. */
export class SatrArticle extends HTMLElement {
  /** Of the package that defines the element. */
  static readonly version: string;

  /** Where the article is. */
  src: string | null;
  /** What is there: Satr's JSON, the text of a Persian news page, or either. */
  format: "json" | "text" | "auto";
  /** The digits of the page. */
  numerals: "persian" | "latin" | "keep" | null;
  /** The calendar of its dates. */
  calendar: "jalali" | "gregorian" | null;
  /** Whose clock. */
  timeZone: string | null;
  /** Its colours; those of the page around by default. */
  theme: "auto" | "light" | "dark";
  /** The level of the headline. */
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6 | string | null;
  /** How much of the text may be changed. */
  typography: "auto" | "off" | "polish" | "repair" | null;
  /** `none` if the page brings a font itself. */
  font: "vazirmatn" | "none" | null;
  /** Whether the page is drawn into a shadow root or right into the element. */
  mode: "shadow" | "light";
  /** `lazy` loads when the element comes near the window. */
  loading: "eager" | "lazy";
  /** Whether cookies are sent when the article is asked for. */
  credentials: RequestCredentials;
  /** Where its comments are at home: they are shown behind it. */
  comments: string | null;

  /** The article itself, in place of `src`. Given again, it is drawn anew where it has changed. */
  article: ArticleSource | null;
  /** What asks for the article from the next time on, in place of the browser's `fetch`. */
  fetch: ((url: string, init: RequestInit) => Promise<Response>) | null;
  /** Options of `render` that have no attribute. */
  options: RenderOptions | null;

  /** Asks for the article once more; what has not changed of it stays as it is. */
  reload(): void;

  addEventListener<K extends keyof SatrEventMap>(
    type: K,
    listener: (this: SatrArticle, event: SatrEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SatrArticle, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The comments of an article: `<satr-comments src="/comments/1">`. Each attribute is a property, in camel case. */
export class SatrComments extends HTMLElement {
  /** Of the package that defines the element. */
  static readonly version: string;

  /** Where the comments are at home: what is read there, and written to. */
  src: string | null;
  /** The digits of the page. */
  numerals: "persian" | "latin" | "keep" | null;
  /** The calendar of its dates. */
  calendar: "jalali" | "gregorian" | null;
  /** Whose clock. */
  timeZone: string | null;
  /** Its colours; those of the page around by default. */
  theme: "auto" | "light" | "dark";
  /** The level of the headline above, which the comments' own is below. */
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6 | string | null;
  /** How much of the text may be changed. */
  typography: "auto" | "off" | "polish" | "repair" | null;
  /** `none` if the page brings a font itself. */
  font: "vazirmatn" | "none" | null;
  /** Whether the page is drawn into a shadow root or right into the element. */
  mode: "shadow" | "light";
  /** `lazy`, by default, loads when the element comes near the window. */
  loading: "eager" | "lazy";
  /** Whether cookies are sent to where the comments are. */
  credentials: RequestCredentials;

  /** What asks for the comments, and sends what is written, from the next time on, in place of the browser's `fetch`. */
  fetch: ((url: string, init: RequestInit) => Promise<Response>) | null;
  /** Options of `showComments` that have no attribute. */
  options: Omit<CommentsOptions, "fetch" | "credentials" | "signal"> | null;

  /** Asks for the comments once more, wherever the element is; what has not changed of them stays as it is. */
  reload(): void;

  addEventListener<K extends keyof SatrEventMap>(
    type: K,
    listener: (this: SatrComments, event: SatrEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SatrComments, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What a page is told; all of it bubbles, and comes out of shadow roots. */
export interface SatrEventMap {
  /** It is drawn: the article as an object, null if a server has drawn it; the milliseconds since it was asked for. */
  "satr-ready": CustomEvent<{ readonly article: object | null; notes: Note[]; ms: number }>;
  /** It is not: why, by code and in Persian, and what tries again where that may help. Canceled, nothing is said of it. */
  "satr-error": CustomEvent<{ code: ErrorCode; message: string; retry?: () => void }>;
  /** A link was clicked. Canceled, it is not followed. */
  "satr-navigate": CustomEvent<{ url: string; kind: LinkKind }>;
  /** The article is to be shared with a service, by the `device`, or by `copy`. Canceled, it is not. */
  "satr-share": CustomEvent<{ target: ShareTarget; url: string; text: string }>;
  /** A block of the page's own kind stands there to be drawn. */
  "satr-block": CustomEvent<{ kind: string; data: unknown; element: HTMLElement }>;
  /** A reader wants to do something to comments. Canceled, it is not done. */
  "satr-act": CustomEvent<ActDetail>;
  /** The server has taken what a reader did. */
  "satr-comment": CustomEvent<CommentDetail>;
}

/** What a link is: `place` leads to one in the article itself, `link` is any other in its text. */
export type LinkKind =
  | "place" | "section" | "author" | "tag" | "source" | "related" | "embed" | "comment" | "link";

/** With what an article is shared. */
export type ShareTarget =
  | "telegram" | "whatsapp" | "x" | "bale" | "eitaa" | "email" | "copy" | "device" | (string & {});

declare global {
  interface HTMLElementTagNameMap {
    "satr-article": SatrArticle;
    "satr-comments": SatrComments;
  }
  interface HTMLElementEventMap extends SatrEventMap {}
}
