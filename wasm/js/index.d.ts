/** An article: an object of the documented format, its JSON as a string, or its JSON as UTF-8 bytes. */
export type ArticleSource = object | string | ArrayBuffer | ArrayBufferView;

/** How an article is drawn. */
export interface Options {
  /** The digits of the page: Persian by default; `keep` leaves those of the text as they are. */
  numerals?: "persian" | "latin" | "keep";
  /** The colours of the page: the reader's preference by default. */
  theme?: "auto" | "light" | "dark";
}

/** How an article is drawn into a page. */
export interface RenderOptions extends Options {
  /** `none` if the page brings `article.css` itself. */
  styles?: "auto" | "none";
  /** `none` if the page brings a font itself. */
  font?: "vazirmatn" | "none";
}

/** Something in the data that was left out or read otherwise than written. */
export interface Note {
  /** Where in the data, such as `body[3].image.url`. */
  path: string;
  /** A stable code. */
  code: string;
  /** What was expected and what came, in English. */
  message: string;
}

/** Why an article could not be drawn. */
export class SatrError extends Error {
  /** A stable code. */
  code:
    | "empty" | "bad-json" | "bad-encoding" | "bad-type" | "bad-input" | "bad-options" | "bad-target"
    | "too-large" | "no-wasm" | "internal";
  /** What to tell a reader, in Persian. */
  message: string;
  /** What was expected and what came, in English. */
  detail: string;
}

/** Loads the wasm early, or from elsewhere: an address, a response, bytes or a compiled module. */
export function init(source?: URL | string | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** Draws an article in the place of what an element or a shadow root holds; on failure that stays. */
export function render(
  article: ArticleSource,
  target: Element | ShadowRoot,
  options?: RenderOptions,
): Promise<{ notes: Note[] }>;

/** Draws an article as the UTF-8 bytes of its HTML. */
export function renderToBytes(article: ArticleSource, options?: Options): Promise<Uint8Array>;

/** Draws an article as a string of HTML. */
export function renderToString(article: ArticleSource, options?: Options): Promise<string>;
