// An article in any form a caller has it in, the UTF-8 bytes of its JSON out.

import { SatrError } from "./error.js";

/** The largest input, in bytes; the core refuses more, so there is no use in making more. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A little deeper than the core reads, so that the core can note what it leaves out. */
const MAX_DEPTH = 70;

/** Takes an object, a JSON string, or UTF-8 bytes (`ArrayBuffer` or any view of one). */
export function toBytes(article) {
  if (typeof article === "string") return encode(article);
  if (ArrayBuffer.isView(article)) {
    return new Uint8Array(article.buffer, article.byteOffset, article.byteLength);
  }
  if (kind(article) === "ArrayBuffer") return new Uint8Array(article);
  if (article === null || typeof article !== "object" || Array.isArray(article)) {
    throw new SatrError("bad-type", `expected an object, a JSON string or UTF-8 bytes, ${name(article)} came`);
  }
  try {
    return encode(stringify(article));
  } catch (error) {
    if (error instanceof SatrError) throw error;
    // A getter or a proxy of the caller's threw.
    throw new SatrError("bad-input", `the object cannot be read: ${error}`, error);
  }
}

function encode(text) {
  if (text.length > MAX_BYTES) throw tooLarge();
  return new TextEncoder().encode(text);
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
    if (json.length > MAX_BYTES) throw tooLarge();
    switch (typeof value) {
      case "string":
        json += JSON.stringify(value);
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
      if (parents.has(value)) throw new SatrError("bad-input", "the object holds itself");
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
      write(items[index], depth + 1);
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

/** What a platform object is, whichever window it is from. */
function kind(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function name(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
}
