import type { FileSource, InitSource, Options, Rule } from "./index.js";

export type { Rule };

/** Why a text could not be mended. */
export type ErrorCode =
  | "bad-type" | "bad-options" | "bad-lexicon" | "too-large"
  | "network" | "no-wasm" | "internal";

/** Why a text could not be mended. No function here rejects with anything else. */
export class SatrError extends Error {
  private constructor();
  /** A stable code. After `network` it is worth trying again. */
  readonly code: ErrorCode;
  /** What to tell a reader, in Persian. */
  message: string;
  /** What was expected and what came, in English. */
  readonly detail: string;
}

/** What may be changed in a text. */
export interface TextOptions extends Pick<Options, "typography" | "rules"> {
  /** What digits become; `"keep"` where nothing is chosen. */
  numerals?: Options["numerals"];
}

/** One change to a text. Undone, `to` gives way to `from` again. */
export interface Edit {
  /** Where it begins in the text that was given, in UTF-16 units, as `slice` counts them. */
  start: number;
  /** Where it ends. */
  end: number;
  /** What stood there; empty where something was inserted. */
  from: string;
  /** What stands there now: one character, or none where something was removed. */
  to: string;
  /** What it was made for; `invisible` is what draws nothing and may do harm, `numerals` a digit or its sign. */
  rule: Rule | "invisible" | "numerals";
}

/**
 * Mends a text: letters, spaces, marks, and half-spaces that were lost. With `typography: "auto"`, the default, it
 * repairs half-spaces where the text as a whole shows that they were lost. The edits ascend and do not overlap.
 *
 * The rest of the text is as it was, to the unit; with `typography: "off"` all of it is, digits too.
 */
export function normalize(text: string, options?: TextOptions | null): Promise<{ text: string; edits: Edit[] }>;

/**
 * Loads the wasm and the lexicon early, or says where they are; both are otherwise loaded when they are first needed.
 * Neither is loaded twice.
 */
export function init(source?: InitSource, lexicon?: FileSource): Promise<void>;
