// What may be written with the types of dates and numbers alone, and what may not; compiled, never run.

import {
  formatDate, formatDateRange, formatDates, formatNumber, init, jalali, parseDate, parseNumber, SatrError, toWords,
} from "satr/format";
import type { DateOptions, ErrorCode, JalaliDate } from "satr/format";

declare const bytes: ArrayBuffer;

await init();
await init(bytes);

const options: DateOptions = { style: "full", calendar: "gregorian", numerals: "latin", names: "kurdish", zone: "UTC" };
const texts: string[] = [
  formatDate(new Date()),
  formatDate(0, options),
  formatDate("2019-08-14", { pattern: "d MMMM y", zone: "+03:30" }),
  formatDate(0, { relativeTo: new Date(), style: null }),
  formatDateRange(0, new Date(), { relativeTo: "2019-08-14" }),
  formatNumber(1.5, { notation: "compact", unit: "toman", grouping: false, fraction: 2 }),
  formatNumber(10n ** 30n, null),
  toWords("۱۲", { ordinal: true }),
  parseNumber("دو", { as: "string" }),
  ...formatDates([0, new Date(), "2019-08-14"], options),
  ...formatDates(new Float64Array(3)),
];
const date: Date = parseDate("دیروز", { now: Date.now(), zone: "Asia/Kabul" });
const { year, monthName, isLeapYear }: JalaliDate = jalali(date, { zone: "UTC" });
const number: number = parseNumber("دو");

try {
  formatDate(0);
} catch (error) {
  if (error instanceof SatrError) {
    const code: ErrorCode = error.code;
    const text: string = error.message + error.detail;
  }
}

// @ts-expect-error Null is no date.
formatDate(null);
// @ts-expect-error No such style.
formatDate(0, { style: "tiny" });
// @ts-expect-error A zone that is not known.
formatDate(0, { zone: "Europe/Paris" });
// @ts-expect-error One date is not many.
formatDates(new Date());
// @ts-expect-error A range has no style.
formatDateRange(0, 1, { style: "full" });
// @ts-expect-error What is read is text.
parseDate(new Date());
// @ts-expect-error A Jalali date has the names of Iran.
jalali(0, { names: "kurdish" });
// @ts-expect-error No such unit.
formatNumber(1, { unit: "dollar" });
// @ts-expect-error Words have no digits.
toWords(1, { numerals: "latin" });
// @ts-expect-error As a string it is none.
const lost: number = parseNumber("دو", { as: "string" });
// @ts-expect-error It is thrown, not made.
new SatrError();
