/** An instant: a Date, milliseconds since 1970, or a date as machines write it: `2019-08-14T12:00:00+04:30`. */
export type Instant = Date | number | string;

/** A number: of JavaScript, or as it is written: `"۱٬۲۳۴٫۵"`. Exact up to 38 digits. */
export type Numeric = number | bigint | string;

/** Whose clock: `+03:30` is any offset from UTC. */
export type Zone = "Asia/Tehran" | "Asia/Kabul" | "UTC" | `${"+" | "-"}${number}:${number}`;

/**
 * What news sites print.
 *
 * | style | of noon in Tehran on 14 August 2019 |
 * | --- | --- |
 * | `news` | ۲۳ مرداد ۱۳۹۸، ۱۲:۰۰ |
 * | `full` | چهارشنبه ۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰ |
 * | `long` | چهارشنبه ۲۳ مرداد ۱۳۹۸ |
 * | `medium` | ۲۳ مرداد ۱۳۹۸ |
 * | `shortTime` | ۱۳۹۸/۰۵/۲۳ ۱۲:۰۰ |
 * | `short` | ۱۳۹۸/۰۵/۲۳ |
 * | `time` | ۱۲:۰۰ |
 * | `bothTime` | ۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)، ۱۲:۰۰ |
 * | `both` | ۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹) |
 * | `machine` | 2019-08-14T12:00:00+04:30 |
 */
export type DateStyle =
  | "news" | "full" | "long" | "medium" | "shortTime" | "short" | "time" | "bothTime" | "both" | "machine";

/** In which calendar, digits and names, and on whose clock. */
export interface CalendarOptions {
  /** Tehran's clock by default, wherever the reader is. */
  zone?: Zone | null;
  /** Jalali by default. */
  calendar?: "jalali" | "gregorian" | null;
  /** Persian by default. */
  numerals?: "persian" | "latin" | null;
  /** What months and weekdays are called: as in Iran by default; `iranAmordad` has امرداد for مرداد. */
  names?: "iran" | "iranAmordad" | "afghanistan" | "pashto" | "kurdish" | null;
}

/** How a date is written. Of `style`, `pattern` and `relativeTo` there is one at most. */
export interface DateOptions extends CalendarOptions {
  /** `news` by default. */
  style?: DateStyle | null;
  /** A form in the letters of CLDR: `EEEE d MMMM y، HH:mm`; other words stand in quotes: `'ساعت'`. */
  pattern?: string | null;
  /** Writes how far the date is from this instant: ۲ ساعت پیش، دیروز; a week away or more, the `medium` date. */
  relativeTo?: Instant | null;
}

/** How the days from one date to another are written. */
export interface DateRangeOptions extends CalendarOptions {
  /** If all days lie in the year of this instant, the year is left out. */
  relativeTo?: Instant | null;
}

/** What a written date leaves unsaid. */
export interface ParseDateOptions {
  /** Whose clock is meant where no offset is written: Tehran's by default. */
  zone?: Zone | null;
  /** When the text was written: without it «۲ ساعت پیش» is refused. */
  now?: Instant | null;
}

/** A Jalali date and the time of day. */
export interface JalaliDate {
  /** The year, 1398; 0 and below before the Hijra. */
  year: number;
  /** The month, from 1. */
  month: number;
  /** The day of the month, from 1. */
  day: number;
  /** The day of the week, from 0 for شنبه to 6 for جمعه. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  /** 0 to 59. */
  minute: number;
  /** 0 to 59. */
  second: number;
  /** The month's name in Iran: مرداد. */
  monthName: string;
  /** The weekday's name: چهارشنبه. */
  weekdayName: string;
  /** Whether the year has 366 days. */
  isLeapYear: boolean;
  /** Whether the day lies before 1304, when Iran made this its calendar. */
  isProleptic: boolean;
}

/** What is counted; it stands behind the number: ٪، ریال، تومان، بایت. */
export type Unit = "none" | "percent" | "rial" | "toman" | "byte";

/** How a number is written. */
export interface NumberOptions {
  /** All digits, ۱٬۲۳۴٬۵۶۷, or few and a magnitude, ۱٫۲ میلیون. */
  notation?: "standard" | "compact" | null;
  /** What is counted: nothing by default. 12.5 percent are ۱۲٫۵٪. */
  unit?: Unit | null;
  /** Whether digits are grouped in threes, as they are by default. */
  grouping?: boolean | null;
  /** The most digits after the decimal mark, 0 to 38; by default all, and in compact notation two digits in sum. */
  fraction?: number | null;
  /** Persian by default. */
  numerals?: "persian" | "latin" | null;
}

/** How a number is told in words. */
export interface WordsOptions {
  /** What is counted: nothing by default. */
  unit?: Unit | null;
  /** For بیست‌وسوم instead of بیست و سه. An ordinal counts nothing. */
  ordinal?: boolean | null;
}

/** Why something could not be written or read. */
export type ErrorCode =
  | "bad-date" | "bad-number" | "bad-options" | "not-ready"
  | "network" | "no-wasm" | "internal";

/** Why something could not be written or read. No function here throws or rejects with anything else. */
export class SatrError extends Error {
  private constructor();
  /** A stable code. After `network` it is worth trying again. */
  readonly code: ErrorCode;
  /** What to tell a reader, in Persian. */
  message: string;
  /** What was expected and what came, in English. */
  readonly detail: string;
}

/**
 * Loads the wasm: from the package, or from an address, a response, bytes or a compiled module. Every other function
 * throws `not-ready` until this has resolved.
 * It is loaded once: while it loads and after, further calls wait for the first one's and leave their source alone.
 * Rejects with `network` if it does not come, which a later call may mend, and with `no-wasm` if it cannot be run.
 */
export function init(source?: URL | string | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** Writes a date: «۲۳ مرداد ۱۳۹۸، ۱۲:۰۰». An instant outside the years 0001 to 9999 is refused. */
export function formatDate(value: Instant, options?: DateOptions | null): string;

/** Writes many dates, much faster than one by one. */
export function formatDates(values: readonly Instant[] | Float64Array, options?: DateOptions | null): string[];

/** Writes the days from one date to another, saying what they share once: «۲۳ تا ۲۵ مرداد ۱۳۹۸». */
export function formatDateRange(from: Instant, to: Instant, options?: DateRangeOptions | null): string;

/**
 * Reads a date as people or machines write it: «۲۳ مرداد ۱۳۹۸ - ۱۲:۰۰», «۱۳۹۸/۵/۲۳», `2019-08-14`; with `now` also
 * «۲ ساعت پیش». A date that there is not, «۳۰ اسفند ۱۳۹۸», is refused, and the detail says why.
 */
export function parseDate(text: string, options?: ParseDateOptions | null): Date;

/** The Jalali date and the time of day at an instant. */
export function jalali(value: Instant, options?: Pick<CalendarOptions, "zone"> | null): JalaliDate;

/** Writes a number: «۱٬۲۳۴٬۵۶۷». */
export function formatNumber(value: Numeric, options?: NumberOptions | null): string;

/** Writes a number in words: «دوازده هزار و پانصد تومان», «بیست‌وسوم». */
export function toWords(value: Numeric, options?: WordsOptions | null): string;

/**
 * Reads a number in words, in digits or in both: «دو و نیم میلیون» is 2500000. One that a JavaScript number does not hold
 * is refused; as a string it has all its digits: `"9007199254740993"`.
 */
export function parseNumber(text: string, options?: { as?: "number" | null } | null): number;
export function parseNumber(text: string, options: { as: "string" }): string;
