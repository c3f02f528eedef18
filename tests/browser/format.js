/** The package's `format.js` and the table of tests/format in, every law of dates and numbers alone tested; for pages and Node alike. */
import { amid } from "./broken.js";
import { refuses } from "./expect.js";
import { limited } from "./memory.js";

const NOON = 1565767800000;

/** `fresh()` imports `format.js` anew, `cases` is the table, `wasm` the bytes of the core. */
export async function checkFormat(test, fresh, cases, wasm) {
  const format = await fresh();

  await test("format: before init every function says that it is not ready", async () => {
    for (const name of FUNCTIONS) await refuses(() => format[name]("0"), "not-ready", /await init\(\)/);
  });

  await test("format: what is no core is refused, and loading begins anew", async () => {
    await refuses(() => format.init(Uint8Array.of(1, 2, 3, 4)), "no-wasm");
    await refuses(() => format.formatDate(0), "not-ready");
    await format.init();
    await format.init();
  });

  for (const [name, given, expected] of cases) {
    await test(`format: ${name}(${JSON.stringify(given).slice(1, -1)})`, async () => {
      if (expected?.error !== undefined) {
        await refuses(() => format[name](...given), expected.error, /expected/);
        return;
      }
      const came = format[name](...given);
      same(name === "parseDate" ? came.getTime() : came, expected);
    });
  }

  await checkValues(test, format);
  await checkRefusals(test, format);

  await test("format: after a trap the next dates are written", async () => {
    const { init, formatDate, formatDates } = await fresh();
    await init(limited(wasm));
    for (let round = 0; round < 3; round += 1) {
      const { cause } = await refuses(() => formatDates(new Float64Array(1_000_000)), "internal");
      if (!(cause instanceof WebAssembly.RuntimeError)) throw new Error(`expected a trap, got ${cause}`);
      same(formatDate(NOON), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰");
      same(formatDates(new Float64Array(1000)).length, 1000);
    }
  });

  await test("format: what is put on every object is no option", () =>
    amid(Object.prototype, { style: "fancy", zone: "Mars", unit: "toman" }, () => {
      same(format.formatDate(NOON, {}), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰");
      same(format.formatNumber(5, {}), "۵");
    }));
}

const FUNCTIONS = [
  "formatDate", "formatDates", "formatDateRange", "parseDate", "jalali", "formatNumber", "toWords", "parseNumber",
];

/** What JSON cannot hold. */
async function checkValues(test, format) {
  const { formatDate, formatDates, formatNumber, jalali, parseDate, toWords } = format;
  for (const [what, act, expected] of [
    ["a Date", () => formatDate(new Date(NOON)), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"],
    ["a Date of a class of its own", () => formatDate(new (class extends Date {})(NOON)), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"],
    ["Dates, numbers and texts", () => formatDates([new Date(NOON), NOON, "2019-08-14T07:30:00Z"]), Array(3).fill("۲۳ مرداد ۱۳۹۸، ۱۲:۰۰")],
    ["a Float64Array", () => formatDates(Float64Array.of(NOON)), ["۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"]],
    ["a Date to tell from", () => formatDate(NOON, { relativeTo: new Date(NOON + 7_200_000) }), "۲ ساعت پیش"],
    ["no options", () => formatDate(NOON, null), "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"],
    ["a Date as an object", () => jalali(new Date(NOON)).year, 1398],
    ["-0 as a date", () => formatDate(-0, { style: "short" }), "۱۳۴۸/۱۰/۱۱"],
    ["a bigint", () => formatNumber(-(10n ** 37n)), `\u200e−۱۰${"٬۰۰۰".repeat(12)}`],
    ["-0", () => formatNumber(-0), "۰"],
    ["a bigint in words", () => toWords(12n), "دوازده"],
  ]) {
    await test(`format: ${what}`, () => same(act(), expected));
  }

  await test("format: what is read is a Date", () => {
    const date = parseDate("۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰");
    if (!(date instanceof Date) || date.getTime() !== NOON) throw new Error(`it is ${date}`);
  });

  await test("format: many dates are what each of them is", () => {
    const days = Array.from({ length: 5000 }, (_, day) => new Date(NOON - day * 1e8));
    for (const options of [{ style: "full" }, { pattern: "D" }, { relativeTo: NOON }])
      same(formatDates(days, options), days.map((day) => formatDate(day, options)));
  });
}

async function checkRefusals(test, format) {
  const { formatDate, formatDateRange, formatDates, formatNumber, jalali, parseDate, parseNumber, toWords } = format;
  const endless = "۱".repeat(10_001);
  for (const [what, act, code, detail] of [
    ["an invalid Date", () => formatDate(new Date(NaN)), "bad-date", /an invalid Date/],
    ["an invalid Date among others", () => formatDates([0, new Date("x")]), "bad-date", /^values\[1\]: .*an invalid Date/],
    ["an impossible date among others", () => formatDates([0, "2024-02-30"]), "bad-date", /^values\[1\]: .*from 1 to 29/],
    ["an impossible date", () => parseDate("30 اسفند 1398"), "bad-date", /from 1 to 29, the month's last; found 30/],
    ["a date told from now", () => parseDate("دیروز"), "bad-date", /told from now/],
    ["NaN as a date", () => jalali(NaN), "bad-date", /NaN/],
    ["Infinity as a date", () => formatDate(Infinity), "bad-date", /Infinity/],
    ["an instant too early", () => formatDate(-62135596800001), "bad-date", /0001 to 9999/],
    ["an instant too late", () => formatDate(253402300800000), "bad-date", /0001 to 9999/],
    ["no date", () => formatDate(), "bad-date", /undefined/],
    ["null for a date", () => formatDateRange(0, null), "bad-date", /null/],
    ["an object for a date", () => formatDate({ getTime: () => 0 }), "bad-date", /an object/],
    ["a bigint for a date", () => formatDate(0n), "bad-date", /a bigint/],
    ["a symbol for a date", () => formatDate(Symbol("0")), "bad-date", /a symbol/],
    ["one date for many", () => formatDates(new Date()), "bad-date", /an array/],
    ["a view that holds no dates", () => formatDates(new DataView(new ArrayBuffer(8))), "bad-date", /an array/],
    ["a Date to be read", () => parseDate(new Date()), "bad-date", /a text/],
    ["an endless date", () => parseDate(endless), "bad-date", /10000 characters/],
    ["NaN", () => formatNumber(NaN), "bad-number", /NaN/],
    ["-Infinity", () => toWords(-Infinity), "bad-number", /-Infinity/],
    ["no number", () => formatNumber(), "bad-number", /undefined/],
    ["a number too long", () => formatNumber(10n ** 38n), "bad-number", /38 digits/],
    ["a bigint too long to be written", () => formatNumber(1n << 1_000_000n), "bad-number", /38 digits/],
    ["a number to be read", () => parseNumber(5), "bad-number", /a text/],
    ["an endless number", () => formatNumber(endless), "bad-number", /10000 characters/],
    ["a number that would lose digits", () => parseNumber("9007199254740993"), "bad-number", /as: "string".*9007199254740993/],
    ["a fraction that would lose digits", () => parseNumber("0.12345678901234567891"), "bad-number", /as: "string"/],
    ["the index that map gives", () => [0].map(formatDate), "bad-options", /an object of options; came: 0/],
    ["options that cannot be read", () => formatDate(0, { get style() { throw new Error("no"); } }), "bad-options", /no$/],
    ["an unknown style", () => formatDate(0, { style: "fancy" }), "bad-options", /^options\.style: expected news, .*"fancy"/],
    ["a style of every object", () => formatDate(0, { style: "constructor" }), "bad-options", /^options\.style: /],
    ["an unknown calendar", () => formatDate(0, { calendar: 1 }), "bad-options", /^options\.calendar: .*jalali, gregorian; came: 1/],
    ["unknown numerals", () => formatNumber(0, { numerals: "roman" }), "bad-options", /^options\.numerals: /],
    ["unknown names", () => formatDateRange(0, 0, { names: "x" }), "bad-options", /^options\.names: /],
    ["an unknown zone", () => jalali(0, { zone: "Europe/Paris" }), "bad-options", /^options\.zone: .*"Europe\/Paris"/],
    ["a zone that is no text", () => formatDate(0, { zone: 210 }), "bad-options", /^options\.zone: .*210/],
    ["an unknown letter", () => formatDate(0, { pattern: "QQ" }), "bad-options", /^options\.pattern: .*'Q'/],
    ["a pattern with NUL", () => formatDates([0], { pattern: "d\0" }), "bad-options", /^options\.pattern: /],
    ["a style and a pattern", () => formatDate(0, { style: "full", pattern: "d" }), "bad-options", /one of/],
    ["an invalid Date to tell from", () => formatDate(0, { relativeTo: new Date(NaN) }), "bad-date", /^options\.relativeTo: /],
    ["an invalid now", () => parseDate("دیروز", { now: NaN }), "bad-date", /^options\.now: /],
    ["an unknown unit", () => toWords(1, { unit: "dollar" }), "bad-options", /^options\.unit: .*toman/],
    ["an unknown notation", () => formatNumber(1, { notation: "x" }), "bad-options", /^options\.notation: /],
    ["grouping that is no flag", () => formatNumber(1, { grouping: "always" }), "bad-options", /^options\.grouping: /],
    ["half a digit", () => formatNumber(1, { fraction: 1.5 }), "bad-options", /^options\.fraction: .*1\.5/],
    ["less than no digits", () => formatNumber(1, { fraction: -1 }), "bad-options", /^options\.fraction: /],
    ["an ordinal of something", () => toWords(1, { ordinal: true, unit: "rial" }), "bad-options", /^options\.unit: /],
    ["an unknown form", () => parseNumber("1", { as: "bigint" }), "bad-options", /^options\.as: /],
  ]) {
    await test(`format: ${what} is refused`, () => refuses(async () => act(), code, detail));
  }
}

function same(actual, expected) {
  const [came, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (came !== wanted) throw new Error(`came:     ${came}\nexpected: ${wanted}`);
}
