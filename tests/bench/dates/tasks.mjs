/**
 * Nothing in, the tasks and who takes part in each out.
 *
 * A rival says what it does, makes ready its input outside of the time, works inside of it, and shows what came of it
 * as Satr's native side does. One that knows only some of the inputs says which.
 */
import { digitsEnToFa, numberToWords, addCommas } from "@persian-tools/persian-tools";
import * as fns from "date-fns-jalali";
import { toGregorian, toJalaali } from "jalaali-js";
import Virastar from "virastar";
import { newsOf } from "../rivals/jalaali.js";
import { gregorianDates, instants, integers, paragraphs } from "./inputs.mjs";

const timeZone = "Asia/Tehran";
const long = { day: "numeric", month: "long", year: "numeric" };
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const jalaliTime = new Intl.DateTimeFormat("fa-IR-u-ca-persian", { ...long, ...clock, timeZone });
const gregorianDay = new Intl.DateTimeFormat("fa-IR-u-ca-gregory", { ...long, timeZone });
const jalaliNumbers = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { dateStyle: "short", timeZone: "UTC" });
const counts = new Intl.NumberFormat("fa-IR");

/** Virastar with one rule of all. */
const virastar = new Virastar({
  ...Object.fromEntries(Object.keys(new Virastar().defaults).map((rule) => [rule, false])),
  fix_english_numbers: true,
  preserve_URIs: true,
});

const numbers = (line) => line.split(" ").map(Number);
const milliseconds = (line) => Number(line) * 1000;
const seconds = (date) => String(Number(date) / 1000);
const latin = (text) => text.replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
const sinceSummerTime = (line) => Number(line) >= Date.UTC(2022, 8, 22) / 1000;

const news = instants.map((line) => newsInTehran(milliseconds(line)));

function newsInTehran(instant) {
  return jalaliTime.format(instant).replace(" ساعت", "،");
}

export const TASKS = [
  {
    name: "to-jalali",
    native: "`Jalali::from_gregorian`",
    about: "Gregorian numbers → Jalali ones",
    unit: "million a second",
    inputs: gregorianDates,
    rivals: [
      {
        name: "Intl",
        does: "`formatToParts` of an instant, in UTC",
        ready: (line) => Date.UTC(...monthFrom0(numbers(line))),
        work: (instant) => jalaliNumbers.formatToParts(instant),
        show: (parts) => ["year", "month", "day"].map((type) => parts.find((part) => part.type === type).value).join(" "),
      },
      {
        name: "jalaali-js",
        does: "`toJalaali`",
        ready: numbers,
        work: ([year, month, day]) => toJalaali(year, month, day),
        show: ({ jy, jm, jd }) => `${jy} ${jm} ${jd}`,
      },
      {
        name: "date-fns-jalali",
        does: "`getYear`, `getMonth` and `getDate` of a `Date` on the machine's clock",
        ready: (line) => new Date(...monthFrom0(numbers(line))),
        work: (date) => [fns.getYear(date), fns.getMonth(date) + 1, fns.getDate(date)],
        show: (date) => date.join(" "),
      },
    ],
  },
  {
    name: "to-gregorian",
    native: "`Jalali::new`, `to_gregorian`",
    about: "Jalali numbers → Gregorian ones",
    unit: "million a second",
    inputs: gregorianDates.map(jalaliOf),
    rivals: [
      {
        name: "jalaali-js",
        does: "`toGregorian`",
        ready: numbers,
        work: ([year, month, day]) => toGregorian(year, month, day),
        show: ({ gy, gm, gd }) => `${gy} ${gm} ${gd}`,
      },
      {
        name: "date-fns-jalali",
        does: "`newDate`: a `Date` on the machine's clock, its numbers not yet asked for",
        ready: (line) => monthFrom0(numbers(line)),
        work: ([year, month, day]) => fns.newDate(year, month, day),
        show: (date) => `${date.getFullYear()} ${date.getMonth() + 1} ${date.getDate()}`,
      },
    ],
  },
  {
    name: "news",
    native: "`format::news`",
    about: "An instant → «۲۳ مرداد ۱۳۹۸، ۱۲:۰۰» in Tehran",
    unit: "million a second",
    inputs: instants,
    isDate: true,
    plain: (text) => digitsEnToFa(text.replace(" ساعت", "،")),
    rivals: [
      {
        name: "Intl",
        does: "one formatter, kept; «ساعت» for the comma",
        ready: milliseconds,
        work: (instant) => jalaliTime.format(instant),
      },
      {
        name: "jalaali-js",
        does: "and ten lines by hand; always +03:30, so right since 2022 only",
        ready: milliseconds,
        work: newsOf,
        knows: sinceSummerTime,
      },
      {
        name: "date-fns-jalali",
        does: "`format`, in Latin digits; no time zones: the machine's clock, set to Tehran's here",
        ready: milliseconds,
        work: (instant) => fns.format(instant, "d MMMM yyyy، HH:mm"),
      },
    ],
  },
  {
    name: "both",
    native: "`Format::date`",
    about: "An instant → «۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)، ۱۲:۰۰» in Tehran",
    unit: "million a second",
    inputs: instants,
    isDate: true,
    // CLDR's May is «مهٔ», with an ezafe.
    plain: (text) => text.replace("\u0654", ""),
    rivals: [
      {
        name: "Intl",
        does: "two formatters, kept, and the first one's text parted",
        ready: milliseconds,
        work: (instant) => {
          const [day, time] = jalaliTime.format(instant).split(" ساعت ");
          return `${day} (${gregorianDay.format(instant)})، ${time}`;
        },
      },
    ],
  },
  {
    name: "read-words",
    native: "`Timestamp::parse_with`, which takes every shape",
    about: "«۲۳ مرداد ۱۳۹۸، ۱۲:۰۰» → an instant",
    unit: "million a second",
    inputs: news,
    rivals: [
      {
        name: "date-fns-jalali",
        does: "`parse` of this pattern alone, from Latin digits; on the machine's clock, set to Tehran's here",
        ready: latin,
        work: (text) => fns.parse(text, "d MMMM yyyy، HH:mm", 0),
        show: seconds,
      },
    ],
  },
  {
    name: "read-machine",
    native: "`Timestamp::parse`",
    about: "`2019-08-14T12:00:00+04:30` → an instant",
    unit: "million a second",
    inputs: instants.map((line) => fns.formatRFC3339(milliseconds(line))),
    rivals: [
      { name: "V8", does: "`Date.parse`", work: (text) => Date.parse(text), show: seconds },
      { name: "date-fns-jalali", does: "`parseISO`", work: (text) => fns.parseISO(text), show: seconds },
    ],
  },
  {
    name: "digits",
    native: "`digits::convert`: by the words around; links, codes and names are kept",
    about: "Latin digits in running text → Persian ones",
    unit: "MB a second",
    inputs: paragraphs,
    rivals: [
      { name: "persian-tools", does: "`digitsEnToFa`: every digit, also of links and names", work: (text) => digitsEnToFa(text) },
      { name: "virastar", does: "that rule alone; links are kept, names are not", work: (text) => virastar.cleanup(text) },
    ],
  },
  {
    name: "number",
    native: "`number::format`",
    about: "1234567 → «۱٬۲۳۴٬۵۶۷»",
    unit: "million a second",
    inputs: integers,
    plain: (text) => text.replaceAll(",", "٬"),
    rivals: [
      { name: "Intl", does: "`NumberFormat`, kept", ready: Number, work: (count) => counts.format(count) },
      {
        name: "persian-tools",
        does: "`addCommas`, then `digitsEnToFa`; with Latin commas",
        ready: Number,
        work: (count) => digitsEnToFa(addCommas(count)),
      },
    ],
  },
  {
    name: "words",
    native: "`number::words`",
    about: "21 → «بیست و یک»",
    unit: "million a second",
    inputs: integers,
    // Theirs says «یک هزار» for «هزار» and parts «هشت صد».
    plain: (text) => text.replaceAll("یک هزار", "هزار").replaceAll(" ", ""),
    rivals: [
      { name: "persian-tools", does: "`numberToWords`", ready: Number, work: (count) => numberToWords(count) },
    ],
  },
];

function monthFrom0([year, month, day]) {
  return [year, month - 1, day];
}

function jalaliOf(line) {
  const { jy, jm, jd } = toJalaali(...numbers(line));
  return `${jy} ${jm} ${jd}`;
}
