// The address of an article in, the bytes of what is there out: asked for once, however many wait for it.

import { SatrError } from "./index.js"; // not from error.js, of which the packed tag would have a second
import { MAX_BYTES } from "./input.js";

/** Milliseconds that an answer may take, how often it is asked for, after what pause, and for how long one answers all. */
const TIMEOUT = 10_000;
const TRIES = 2;
const PAUSE = 500;
const FRESH = 3000;

/** What is under way or fresh, by its address and credentials: its bytes, how many wait for them, and its end. */
const shared = new Map();

/**
 * The article that an element asks for, as it is given, or by its address, format and credentials: by a `transport`, if it is
 * not to be the browser's, from the `base` of its page, and anew, whatever is fresh; with the notes of its import, where it
 * is not Satr's JSON.
 */
export async function ask([given, ...how], { transport, base, isAnew }, signal) {
  if (how.length === 0) return { article: given, notes: [] };
  const [format, credentials] = how;
  if (!URL.canParse(given, base)) throw new SatrError("bad-options", `src: expected an address, "${given}" came`);
  const { href } = new URL(given, base);
  const mode = ["omit", "include"].includes(credentials) ? credentials : "same-origin";
  const bytes = await (transport ? bytesBy(transport, href, mode, signal) : bytesOf(href, mode, isAnew, signal));
  if (!["text", "auto"].includes(format)) return { article: bytes, notes: [] };
  const { importArticle } = await import("./import.js").catch((error) => {
    throw new SatrError("network", "what imports the article has not come", error);
  });
  return importArticle(bytes, { format });
}

/** The address of an article that is asked for by one. */
export function originOf([given, ...how]) {
  return how.length > 0 ? given : undefined;
}

/** An article as an object, whichever form it came in; null if there is none, or only the core can read it. */
export function readable(article) {
  const isText = typeof article === "string";
  if (!isText && !ArrayBuffer.isView(article) && !(article instanceof ArrayBuffer)) return article;
  try {
    return JSON.parse(isText ? article : new TextDecoder().decode(article));
  } catch {
    return null;
  }
}

/**
 * The bytes of what is at an address. Who asks for the same at the same time gets the same; the last who gives up by
 * `signal` ends the asking.
 */
function bytesOf(address, credentials, isAnew, signal) {
  const key = `${credentials} ${address}`;
  if (isAnew && shared.get(key)?.isSettled) shared.delete(key);
  const entry = shared.get(key) ?? enter(key, (end) => attempt(address, (signal) => fetch(address, { credentials, signal }), end));
  entry.users += 1;
  signal.addEventListener("abort", () => {
    entry.users -= 1;
    if (entry.users > 0 || entry.isSettled) return;
    forget(key, entry);
    entry.end.abort();
  });
  return entry.bytes;
}

/** The same by a host's own transport, which is asked for every element by itself. */
function bytesBy(transport, address, credentials, signal) {
  return attempt(address, (signal) => transport(address, { credentials, signal }), signal);
}

function enter(key, load) {
  const end = new AbortController();
  const entry = { end, users: 0, isSettled: false, bytes: load(end.signal) };
  shared.set(key, entry);
  const settle = () => (entry.isSettled = true);
  entry.bytes.then(settle, settle);
  entry.bytes.then(
    () => setTimeout(forget, FRESH, key, entry),
    () => forget(key, entry), // it may be asked for again
  );
  return entry;
}

function forget(key, entry) {
  if (shared.get(key) === entry) shared.delete(key);
}

/** Asks until there is an answer, once more where that may help. */
async function attempt(address, request, signal) {
  for (let left = TRIES; ; ) {
    left -= 1;
    try {
      return await within(TIMEOUT, async (end) => read(await request(end), address), signal);
    } catch (error) {
      signal.throwIfAborted();
      const failure = error instanceof SatrError ? error : new SatrError("network", "the article has not come", error);
      if (left === 0 || !["network", "timeout"].includes(failure.code)) throw failure;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      signal.throwIfAborted();
    }
  }
}

/** Does what takes a signal, and ends it when it takes too long or is not wanted any more. */
export async function within(milliseconds, act, signal) {
  const end = new AbortController();
  const stop = () => end.abort();
  signal.addEventListener("abort", stop);
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => {
      fail(new SatrError("timeout", `expected an answer in ${milliseconds / 1000} s`));
      stop();
    }, milliseconds);
    end.signal.addEventListener("abort", () => fail(end.signal.reason));
  });
  try {
    return await Promise.race([act(end.signal), late]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** The bytes of a good answer. */
async function read(response, address) {
  const { ok, status } = response;
  if (status === 404 || status === 410) throw new SatrError("not-found", `${address} answered ${status}`);
  if (!ok) throw new SatrError("network", `${address} answered ${status}`);
  if (Number(response.headers.get("content-length")) > MAX_BYTES) throw tooLarge(address);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_BYTES) {
      reader.cancel().catch(() => {}); // whatever becomes of it
      throw tooLarge(address);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function tooLarge(address) {
  return new SatrError("too-large", `expected at most ${MAX_BYTES} bytes from ${address}`);
}
