/** Nothing in, everything that a caller may pass for an article or for options out; for pages and Node alike. */
import { ARTICLE } from "./expect.js";

/** Bytes that no article has, and that nobody should copy. */
const HUGE = 600_000_000;
const DEEP = 20_000;
const JSON_TEXT = '{"headline": "سطر"}';
const fail = () => {
  throw new Error("not now");
};

/** What is no article, made anew for each test, or no options; and the code that says so. */
export const REFUSED = [
  { what: "the empty string", make: () => "", code: "empty" },
  { what: "white space", make: () => " \r\n\t", code: "empty" },
  { what: "no bytes", make: () => new Uint8Array(), code: "empty" },
  { what: "a byte order mark alone", make: () => "\ufeff", code: "empty" },
  { what: "an object without anything", make: () => ({}), code: "empty" },
  { what: "an article with nothing to show", make: () => ({ id: "", tags: [], body: " " }), code: "empty" },
  { what: "nothing but depth", make: () => deepObject(), code: "empty" },
  { what: "a view of a buffer that has shrunk", make: () => shrunk(Uint8Array), code: "empty" },

  { what: "broken JSON", make: () => '{"headline": ', code: "bad-json" },
  { what: "JSON and more", make: () => `${JSON_TEXT}${JSON_TEXT}`, code: "bad-json" },
  { what: "brackets that never close", make: () => "[".repeat(DEEP), code: "bad-json" },
  { what: "words of other sizes", make: () => new Float64Array(4), code: "bad-json" },
  { what: "UTF-16", make: () => Uint16Array.from(`\ufeff${JSON_TEXT}`, (unit) => unit.charCodeAt()), code: "bad-encoding" },

  { what: "nothing", make: () => undefined, code: "bad-type" },
  { what: "null", make: () => null, code: "bad-type" },
  { what: "a boolean", make: () => true, code: "bad-type" },
  { what: "a number", make: () => 12, code: "bad-type" },
  { what: "a number that is none", make: () => NaN, code: "bad-type" },
  { what: "a big integer", make: () => 12n, code: "bad-type" },
  { what: "a symbol", make: () => Symbol("سطر"), code: "bad-type" },
  { what: "a function", make: () => () => ARTICLE, code: "bad-type" },
  { what: "a list", make: () => [ARTICLE], code: "bad-type" },
  { what: "a list as JSON", make: () => `[${JSON_TEXT}]`, code: "bad-type" },
  { what: "a promise", make: () => Promise.resolve(ARTICLE), code: "bad-type" },
  { what: "a thenable", make: () => ({ then() {} }), code: "bad-type" },
  { what: "a response", make: () => new Response("{}"), code: "bad-type", detail: /await response\.arrayBuffer\(\)/ },
  { what: "a blob", make: () => new Blob(["{}"]), code: "bad-type", detail: /await response\.arrayBuffer\(\)/ },
  { what: "a map", make: () => new Map([["headline", "سطر"]]), code: "bad-type" },
  { what: "a set", make: () => new Set(["سطر"]), code: "bad-type" },
  { what: "a date", make: () => new Date(0), code: "bad-type" },
  { what: "an error", make: () => new Error("سطر"), code: "bad-type" },

  { what: "a buffer that was given away", make: () => givenAway(), code: "bad-input" },
  { what: "a view of a buffer that was given away", make: () => givenAway(DataView), code: "bad-input" },
  { what: "an outlook on a buffer that has shrunk", make: () => shrunk(DataView), code: "bad-input" },
  { what: "an object that holds itself", make: () => circle({}), code: "bad-input" },
  { what: "a list that holds itself", make: () => ({ body: circle([]) }), code: "bad-input" },
  { what: "a getter that throws", make: () => ({ headline: "سطر", get body() { return fail(); } }), code: "bad-input" },
  { what: "a getter that throws below", make: () => ({ tags: [{ get text() { return fail(); } }] }), code: "bad-input" },
  { what: "a `then` that throws", make: () => ({ headline: "سطر", get then() { return fail(); } }), code: "bad-input" },
  { what: "a name that throws", make: () => ({ get [Symbol.toStringTag]() { return fail(); } }), code: "bad-input" },
  { what: "a proxy that throws what cannot be written", make: () => unreadable(), code: "bad-input" },
  { what: "a proxy without keys", make: () => new Proxy({}, { ownKeys: fail }), code: "bad-input" },
  { what: "a proxy without descriptions", make: () => new Proxy(ARTICLE, { getOwnPropertyDescriptor: fail }), code: "bad-input" },
  { what: "a proxy that was revoked", make: () => revoked(), code: "bad-input" },

  { what: "600 MB", make: () => new ArrayBuffer(HUGE), code: "too-large" },
  { what: "a view of 600 MB", make: () => new DataView(new ArrayBuffer(HUGE)), code: "too-large" },
  { what: "the longest string", make: () => longest(), code: "too-large" },
  { what: "a field of the longest string", make: () => ({ headline: longest() }), code: "too-large" },
  { what: "a list with room for all", make: () => ({ body: new Array(2 ** 32 - 1) }), code: "too-large" },
  { what: "a proxy without end", make: () => endless(), code: "too-large" },

  { what: "a choice that is no choice", options: { theme: "blue" }, code: "bad-options" },
  { what: "a choice that is no word", options: { numerals: 1n }, code: "bad-options" },
  { what: "a choice of the shell's own that is none", options: { styles: "some" }, code: "bad-options" },
  { what: "options that are a word", options: "dark", code: "bad-options" },
  { what: "options that cannot be read", options: unreadable(), code: "bad-options" },
];

/** What is an article, though not a plain object of strings; `text` is in what is drawn, and `note` the codes of what is noted. */
export const ACCEPTED = [
  { what: "an object without a prototype", make: () => Object.assign(Object.create(null), ARTICLE) },
  { what: "a frozen object", make: () => Object.freeze({ ...ARTICLE }) },
  { what: "an instance of a class", make: () => new (class { headline = "سطر"; })() },
  { what: "an instance of a class with a name of its own", make: () => new (class { headline = "سطر"; [Symbol.toStringTag] = "News"; })() },
  { what: "a proxy", make: () => new Proxy(ARTICLE, {}) },
  { what: "a getter", make: () => ({ get headline() { return "سطر"; } }) },
  { what: "JSON after a byte order mark", make: () => `\ufeff${JSON_TEXT}` },
  { what: "bytes after a byte order mark", make: () => encode(`\ufeff${JSON_TEXT}`) },
  { what: "bytes amid others", make: () => encode(`x${JSON_TEXT}x`).subarray(1, -1) },
  { what: "JSON with a number beyond all numbers", make: () => '{"headline": "سطر", "id": 1e999}', text: "1e999" },
  { what: "half a surrogate pair", make: () => ({ headline: "سطر\ud83d" }), text: "سطر\ufffd" },
  { what: "half a surrogate pair as JSON", make: () => '{"headline": "سطر\ud83d"}', text: "سطر\ufffd" },
  { what: "half a surrogate pair escaped", make: () => '{"headline": "سطر\\ud83d"}', text: "سطر\ufffd" },
  { what: "a big integer for a code", make: () => ({ ...ARTICLE, id: 10n ** 20n + 7n }), text: "100000000000000000007" },
  { what: "a date for a date", make: () => ({ ...ARTICLE, published: new Date("2019-08-14T12:00:00+04:30") }), text: "۲۳ مرداد ۱۳۹۸" },
  { what: "a date that is none", make: () => ({ ...ARTICLE, published: new Date(NaN) }) },
  { what: "a map for a field", make: () => ({ ...ARTICLE, deck: new Map() }), note: "wrong-type" },
  { what: "an object 20,000 deep", make: () => ({ ...ARTICLE, body: deepObject() }), note: "unknown-block,too-deep" },
  { what: "JSON 20,000 deep", make: () => `{"headline": "سطر", "x": ${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`, note: "too-deep" },
  { what: "options that are null", options: null },
  { what: "choices that are null", options: { numerals: null, ranges: null, theme: null, styles: null, font: null } },
];

// Engines give pages no shared memory of their own, and some none at all.
const shared = sharedBytes(JSON_TEXT);
if (shared !== undefined) {
  REFUSED.push({ what: "a shared buffer", make: () => shared.buffer, code: "bad-type" });
  ACCEPTED.push({ what: "a view of a shared buffer", make: () => shared });
}

function encode(text) {
  return new TextEncoder().encode(text);
}

function sharedBytes(text) {
  try {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const bytes = encode(text);
    const view = new Uint8Array(buffer, 0, bytes.length);
    view.set(bytes);
    return view;
  } catch {
    return undefined;
  }
}

function givenAway(View) {
  const buffer = new ArrayBuffer(8);
  const given = View === undefined ? buffer : new View(buffer);
  structuredClone(buffer, { transfer: [buffer] });
  return given;
}

function shrunk(View) {
  const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
  const view = new View(buffer, 4, 4);
  buffer.resize(2);
  return view;
}

function circle(object) {
  return Object.assign(object, { 0: object });
}

/** What it throws can not even be written. */
function unreadable() {
  const fail = () => {
    throw Object.create(null);
  };
  return new Proxy({}, { ownKeys: fail, get: fail });
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Wherever one looks there is more. */
function endless() {
  const keys = ["a", "b", "c", "d"];
  return new Proxy({}, {
    ownKeys: () => keys,
    getOwnPropertyDescriptor: () => ({ value: 0, enumerable: true, configurable: true }),
    get: (_, key) => (keys.includes(key) ? endless() : undefined),
  });
}

/** No engine holds a string of 600 MB but WebKit's: as long as can be. */
function longest() {
  for (let length = HUGE; ; length = Math.floor(length * 0.8)) {
    try {
      return "x".repeat(length);
    } catch {
      // Too long for this engine.
    }
  }
}

function deepObject() {
  let object = {};
  for (let depth = 0; depth < DEEP; depth += 1) object = { a: object };
  return object;
}
