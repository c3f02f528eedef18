// Instants and numbers in, Persian out, with jalaali-js. Tehran's clock has been 3:30 ahead of UTC since 2022.
import { toJalaali } from "jalaali-js";

const AHEAD = 3.5 * 3_600_000;
const DIGITS = "۰۱۲۳۴۵۶۷۸۹";
const MONTHS = [
  ...["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"],
  ...["مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
];

function local(date) {
  return new Date(Date.parse(date) + AHEAD);
}

function dayOf(at) {
  const { jy, jm, jd } = toJalaali(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  return `${number(jd)} ${MONTHS[jm - 1]} ${number(jy)}`;
}

function two(count) {
  return DIGITS[Math.floor(count / 10)] + DIGITS[count % 10];
}

function clockOf(at) {
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** `۲۳ مرداد ۱۳۹۸` */
export function day(date) {
  return dayOf(local(date));
}

/** `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰` */
export function news(date) {
  return newsAt(local(date));
}

function newsAt(at) {
  return `${dayOf(at)}، ${clockOf(at)}`;
}

/** The same of milliseconds since 1970. */
export function newsOf(milliseconds) {
  return newsAt(new Date(milliseconds + AHEAD));
}

/** The time alone when both are of one day. */
export function update(date, published) {
  return day(date) === day(published) ? clockOf(local(date)) : news(date);
}

export function number(count) {
  return String(count).replace(/\d/g, (digit) => DIGITS[digit]);
}
