/** Nothing in, what everyone is asked out: the same in every run. An input is a line of text. */
import { random } from "../random.js";

const COUNT = 1000;
const next = random(1398);

function below(limit) {
  return Math.floor(next() * limit);
}

function many(make) {
  return Array.from({ length: COUNT }, make);
}

/** A day of the years in which Iran has counted so, 1304 to 1450, as milliseconds. */
function day() {
  return Date.UTC(1925, 2, 22 + below(146 * 365));
}

function numbersOf(instant) {
  const date = new Date(instant);
  return `${date.getUTCFullYear()} ${date.getUTCMonth() + 1} ${date.getUTCDate()}`;
}

/** `2019 8 14` */
export const gregorianDates = many(() => numbersOf(day()));

/** Unix seconds from 1980 to 2035: with summer time and without. */
export const instants = many(() => String(Date.UTC(1980, 0, 1) / 1000 + below(55 * 365 * 86_400)));

/** Whole numbers of one to twelve digits. */
export const integers = many(() => String(below(10 ** (1 + below(12)))));

const WORDS = `گزارش خبرنگار شهر استان مردم کتاب مدرسه باران جاده بازار تولید کارخانه دانشگاه می\u200cشود گفت افزود است
بود کرد داد خواهد شد از به در با تا برای این آن که را هر همه دیگر تازه مهم بزرگ`.split(/\s+/);

function words(count) {
  return Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(" ");
}

/** A paragraph of news: a number every nine words, and a link in every other paragraph. */
function paragraph(_, at) {
  const sentence = () => `${words(8)} ${1 + below(9000)} نفر ${words(9)} سال ${1300 + below(110)}، ${words(7)}.`;
  const link = at % 2 === 0 ? ` https://khabar.example/news/semnan ` : " ";
  return `${sentence()}${link}${sentence()} ${sentence()}`;
}

export const paragraphs = Array.from({ length: 200 }, paragraph);
