// An article or options in any form a caller has them in, the UTF-8 bytes or the text of their JSON out.

import { coded, SatrError } from "./error.js";
import { kind } from "./kind.js";

/** The largest input, in bytes; the core refuses more, so there is no use in making more. */
export const MAX_BYTES = 8 * 1024 * 1024;
/** A little deeper than the core reads, so that the core can note what it leaves out. */
const MAX_DEPTH = 70;

/** Takes an object, a JSON string, or UTF-8 bytes (`ArrayBuffer` or any view of one). */
export function toBytes(article) {
  try {
    const bytes = read(article);
    // Refused here, before it is copied for the core to refuse.
    if (bytes.length > MAX_BYTES) throw tooLarge();
    return bytes;
  } catch (error) {
    // A getter or a proxy of the caller's threw, or a buffer was given away.
    throw coded(error, "bad-input", "the article cannot be read");
  }
}

function read(article) {
  if (typeof article === "string") return encode(article);
  if (ArrayBuffer.isView(article)) {
    return new Uint8Array(article.buffer, article.byteOffset, article.byteLength);
  }
  if (kind(article) === "ArrayBuffer") return new Uint8Array(article);
  if (!isData(article)) throw new SatrError("bad-type", refusal(article));
  return encode(stringify(article));
}

/** The own properties of options, in an object without any others: a page may have put a `font` on every object. */
export function ownOf(options) {
  if (typeof (options ?? {}) !== "object") throw new SatrError("bad-options", "expected an object");
  try {
    return { __proto__: null, ...options };
  } catch (error) {
    throw new SatrError("bad-options", "the options cannot be read", error); // a getter of the caller's threw
  }
}

/**
 * What the shell itself goes by, and for the core, which knows the other choices, `json`. The defaults are those of a
 * caller of ours, where its own caller does not choose.
 */
export function toOptions(options, defaults) {
  const { styles, font, storage, renderBlock, slice, signal, ...others } = ownOf(options);
  const rest = ownOf(others);
  for (const key of Object.keys(defaults ?? {})) rest[key] ??= defaults[key];
  try {
    if (typeof (renderBlock ?? isData) !== "function") {
      throw new SatrError("bad-options", "options.renderBlock: expected a function");
    }
    if (signal && kind(signal) !== "AbortSignal") {
      throw new SatrError("bad-options", "options.signal: expected an AbortSignal");
    }
    return {
      styles: choose("styles", styles, ["auto", "none"]),
      font: choose("font", font, ["vazirmatn", "none"]),
      storage: choose("storage", storage, ["none", "local"]),
      slice: choose("slice", slice, [false, true]),
      renderBlock,
      signal,
      json: stringify(rest),
    };
  } catch (error) {
    throw coded(error, "bad-options", "the options cannot be read");
  }
}

/** The first choice is the default. */
function choose(name, choice, choices) {
  if (choices.includes((choice ??= choices[0]))) return choice;
  throw new SatrError("bad-options", `options.${name}: expected ${choices.join(" or ")}`);
}

/** Whether a value is an object with data of its own; a promise, a `Response`, a `Map` or a `Blob` has none. */
function isData(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  if (typeof value.then === "function") return false;
  return kind(value) === "Object" || Object.keys(value).length > 0;
}

function refusal(value) {
  const came = typeof value === "object" || value === undefined ? kind(value) : typeof value;
  const advice = "await a promise first; of a Response or a Blob pass `await response.arrayBuffer()`";
  return `expected an object, a JSON string or UTF-8 bytes, ${came} came (${advice})`;
}

function encode(text) {
  return new TextEncoder().encode(bounded(text));
}

/** A text that is not too long to be worth a copy. */
function bounded(text) {
  if (text.length > MAX_BYTES) throw tooLarge();
  return text;
}

function tooLarge() {
  return new SatrError("too-large", `expected at most ${MAX_BYTES} bytes`);
}

/**
 * JSON of an object's own properties. `JSON.stringify` would also call every `toJSON` that a page has put on
 * a prototype, and knows no limit.
 */
function stringify(article) {
  const parents = new Set();
  let json = "";

  function write(value, depth) {
    bounded(json);
    switch (typeof value) {
      case "string":
        json += JSON.stringify(bounded(value));
        return;
      case "number":
        json += Number.isFinite(value) ? value : "null";
        return;
      case "boolean":
      case "bigint":
        json += value;
        return;
      case "object":
        break;
      default:
        json += "null";
        return;
    }
    if (value === null || depth > MAX_DEPTH) {
      json += "null";
    } else if (kind(value) === "Date" || kind(value) === "URL") {
      json += JSON.stringify(value.toJSON());
    } else {
      if (parents.has(value)) throw new Error("it holds itself");
      parents.add(value);
      if (Array.isArray(value)) writeArray(value, depth);
      else writeObject(value, depth);
      parents.delete(value);
    }
  }

  function writeArray(items, depth) {
    json += "[";
    for (let index = 0; index < items.length; index++) {
      if (index > 0) json += ",";
      write(Object.hasOwn(items, index) ? items[index] : null, depth + 1);
    }
    json += "]";
  }

  function writeObject(object, depth) {
    json += "{";
    let first = true;
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value === undefined || typeof value === "function" || typeof value === "symbol") continue;
      json += (first ? "" : ",") + JSON.stringify(key) + ":";
      first = false;
      write(value, depth + 1);
    }
    json += "}";
  }

  write(article, 0);
  return json;
}
