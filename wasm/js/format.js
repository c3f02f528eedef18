// What people call for dates and numbers alone. Once `init` has resolved, every function answers at once.

import * as core from "./satr_format.js";
import { coded, MESSAGES, SatrError } from "./error.js";
import { format } from "./files.js";
import { kind } from "./kind.js";
import { loader } from "./load.js";
import { runner } from "./run.js";

export { SatrError };

// Told here, so that a page with an article does not load them.
Object.assign(MESSAGES, {
  "bad-date": "این تاریخ درست نیست.",
  "bad-number": "این عدد درست نیست.",
  "not-ready": "تاریخ‌ها و عددها هنوز آماده نیستند.",
});

/** The first and the last millisecond of the years 0001 to 9999 of UTC. */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;
/** Characters of the longest text that is looked at, a hundred times what any date or number has. */
const LONGEST = 10_000;
/** Digits of a fraction that there can be. */
const PLACES = 38;

/** The keys with a choice, in the order that the core takes them. */
const OF_A_DATE = ["style", "calendar", "numerals", "names"];
const OF_A_NUMBER = ["unit", "notation", "numerals"];
const NO_OPTIONS = Object.freeze({ __proto__: null });

const load = loader(core.initSync, format);
const run = runner(core.__wbg_reset_state);

/** The names of each key's choices; they come with the wasm, and while there are none it is not ready. */
let choices;

/** Loads the wasm, once. */
export async function init(source) {
  await load(source);
  choices ??= Object.fromEntries(
    run(core.listChoices)
      .split("\n")
      .map((line) => line.split(" "))
      .map(([key, ...names]) => [key, names]),
  );
}

/** Writes a date. */
export function formatDate(value, options) {
  const form = toForm(own(options));
  return run(core.formatDate, toInstant(value), ...form);
}

/** Writes dates, in one call of the core. */
export function formatDates(values, options) {
  const form = toForm(own(options));
  // The core puts a NUL behind each, which no pattern has.
  return run(core.formatDates, toInstants(values), ...form).split("\0").slice(0, -1);
}

/** Writes the days from one date to another. */
export function formatDateRange(from, to, options) {
  const [packed, zone, , now] = toForm(own(options));
  return run(core.formatDateRange, toInstant(from), toInstant(to), packed, zone, now);
}

/** Reads a date as people or machines write it. */
export function parseDate(text, options) {
  const { zone, now } = own(options);
  const context = [toText(zone, "zone"), now == null ? undefined : toInstant(now, "options.now: ")];
  if (typeof text !== "string") throw wrong("bad-date", "", "a text with a date", text);
  return new Date(run(core.parseDate, bounded(text, "bad-date"), ...context));
}

/** The Jalali date and the time of day. */
export function jalali(value, options) {
  const zone = toText(own(options).zone, "zone");
  return run(core.jalali, toInstant(value), zone);
}

/** Writes a number. */
export function formatNumber(value, options) {
  const chosen = own(options);
  const { grouping, fraction } = chosen;
  const packed = pack(chosen, OF_A_NUMBER);
  return run(core.formatNumber, toDigits(value), packed, toFlag(grouping, "grouping", true), toPlaces(fraction));
}

/** Writes a number in words. */
export function toWords(value, options) {
  const { unit, ordinal } = own(options);
  const packed = pack({ unit }, ["unit"]);
  if (!toFlag(ordinal, "ordinal", false)) return run(core.toWords, toDigits(value), packed);
  if (packed > 0) throw wrong("bad-options", "options.unit: ", "none beside options.ordinal", unit);
  return run(core.toOrdinal, toDigits(value));
}

/** Reads a number in words, in digits, or in both. */
export function parseNumber(text, options) {
  const { as } = own(options);
  if (as != null && as !== "number" && as !== "string")
    throw wrong("bad-options", "options.as: ", "number or string", as);
  if (typeof text !== "string") throw wrong("bad-number", "", "a text with a number", text);
  const digits = run(core.parseNumber, bounded(text, "bad-number"));
  if (as === "string") return digits;
  const number = Number(digits);
  if (run(core.isSame, digits, String(number))) return number;
  throw wrong("bad-number", "", 'what a number can hold, or { as: "string" }', digits);
}

/** The own properties of options: a page may have put a `style` on every object. */
function own(options) {
  // Every function begins here.
  if (choices === undefined) throw new SatrError("not-ready", "expected `await init()` before the first call");
  if (options == null) return NO_OPTIONS;
  if (typeof options !== "object") throw wrong("bad-options", "", "an object of options", options);
  try {
    return { __proto__: null, ...options };
  } catch (error) {
    throw coded(error, "bad-options", "the options cannot be read");
  }
}

/** What the core takes to write a date: the packed choices, the zone, the pattern and now. */
function toForm(options) {
  if (options === NO_OPTIONS) return [0];
  const { style, zone, pattern, relativeTo } = options;
  const shapes = [style, pattern, relativeTo].filter((shape) => shape != null);
  if (shapes.length > 1)
    throw new SatrError("bad-options", "expected one of options.style, options.pattern and options.relativeTo");
  if (typeof pattern === "string" && pattern.includes("\0"))
    throw wrong("bad-options", "options.pattern: ", "text without NUL", pattern);
  return [
    pack(options, OF_A_DATE),
    toText(zone, "zone"),
    toText(pattern, "pattern"),
    relativeTo == null ? undefined : toInstant(relativeTo, "options.relativeTo: "),
  ];
}

/** The places of what was chosen for each key, four bits each. */
function pack(options, keys) {
  let packed = 0;
  for (let place = 0; place < keys.length; place += 1) {
    const choice = options[keys[place]];
    if (choice == null) continue;
    const names = choices[keys[place]];
    const index = names.indexOf(choice);
    if (index < 0) throw wrong("bad-options", `options.${keys[place]}: `, names.join(", "), choice);
    packed |= index << (4 * place);
  }
  return packed;
}

function toText(value, key) {
  if (value == null) return undefined;
  if (typeof value === "string") return bounded(value, "bad-options");
  throw wrong("bad-options", `options.${key}: `, "a text", value);
}

function toFlag(value, key, otherwise) {
  const flag = value ?? otherwise;
  if (typeof flag === "boolean") return flag;
  throw wrong("bad-options", `options.${key}: `, "true or false", value);
}

function toPlaces(fraction) {
  if (fraction == null) return undefined;
  if (Number.isInteger(fraction) && fraction >= 0 && fraction <= PLACES) return fraction;
  throw wrong("bad-options", "options.fraction: ", `an integer from 0 to ${PLACES}`, fraction);
}

const { getTime } = Date.prototype;

/** Milliseconds since 1970; `place`, such as `values[3]: `, is told if there is no such instant. */
function toInstant(value, place = "") {
  if (typeof value === "string") {
    try {
      return run(core.readDate, bounded(value, "bad-date"));
    } catch ({ code, detail }) {
      throw new SatrError(code, place + detail);
    }
  }
  const instant = typeof value === "number" ? value : toTime(value, place);
  // No comparison holds for what is not a number: the time of an invalid Date is none.
  if (instant >= FIRST && instant <= LAST) return instant;
  throw wrong("bad-date", place, "an instant in the years 0001 to 9999 of UTC", value);
}

/** The time of a Date, also of another window's. */
function toTime(value, place) {
  try {
    return getTime.call(value);
  } catch {
    throw wrong("bad-date", place, "a Date, milliseconds since 1970, or a text such as 2019-08-14T07:30:00Z", value);
  }
}

function toInstants(values) {
  if (!Array.isArray(values) && kind(values) !== "Float64Array") throw wrong("bad-date", "", "an array of dates", values);
  const instants = new Float64Array(values.length);
  for (let index = 0; index < instants.length; index += 1)
    instants[index] = toInstant(values[index], `values[${index}]: `);
  return instants;
}

/** A number as a text that the core reads. */
function toDigits(value) {
  if (typeof value === "string") return bounded(value, "bad-number");
  if (Number.isFinite(value)) return String(value);
  // No longer one is written out, to be refused then.
  if (typeof value === "bigint" && BigInt.asIntN(128, value) === value) return String(value);
  throw wrong("bad-number", "", "a finite number, a bigint or a text with a number, of at most 38 digits", value);
}

function bounded(text, code) {
  if (text.length <= LONGEST) return text;
  throw new SatrError(code, `expected at most ${LONGEST} characters; came: ${text.length}`);
}

/** What was expected, and what came. */
function wrong(code, place, expected, came) {
  return new SatrError(code, `${place}expected ${expected}; came: ${show(came)}`);
}

function show(value) {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case "number":
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      return value === null ? "null" : kind(value) === "Date" ? "an invalid Date" : `an object (${kind(value)})`;
    default:
      return `a ${typeof value}`;
  }
}
