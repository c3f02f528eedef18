import type { Article, InitSource, Note } from "./index.js";

export type { Article, InitSource, Note };

/** Why nothing could be imported. */
export type ErrorCode =
  | "empty" | "bad-json" | "bad-encoding" | "bad-type" | "bad-input" | "too-large"
  | "bad-options"
  | "network" | "no-wasm" | "internal";

/** Why nothing could be imported. No function here rejects with anything else. */
export class SatrError extends Error {
  private constructor();
  /** A stable code. After `network` it is worth trying again. */
  readonly code: ErrorCode;
  /** What to tell a reader, in Persian. */
  message: string;
  /** What was expected and what came, in English. */
  readonly detail: string;
}

/** How a source is read. */
export interface ImportOptions {
  /**
   * What it is written in: `json` is an article's own form, `text` that of a Persian news page as it was copied or scraped;
   * `auto`, the default, tells them by how they begin.
   */
  format?: "auto" | "json" | "text" | null;
}

/** What was read. */
export interface Imported {
  /** The article, as it is given to `render`: data alone, in the form that is published as `article.schema.json`. */
  article: Article;
  /** What was left out or read otherwise than written. */
  notes: Note[];
}

/** Reads an article from a text, or from its UTF-8 bytes. */
export function importArticle(
  source: string | ArrayBuffer | ArrayBufferView,
  options?: ImportOptions | null,
): Promise<Imported>;

/**
 * Loads the wasm early, or from elsewhere: an address, a response, bytes or a compiled module.
 * It is loaded once: while it loads and after, further calls wait for the first one's and leave their source alone.
 * Rejects with `network` if it does not come, which a later call may mend, and with `no-wasm` if it cannot be run.
 */
export function init(source?: InitSource): Promise<void>;
