/**
 * Nothing in, the articles to be drawn out: the same bytes in every run.
 *
 * Running text has no digits, since which of them become Persian depends on the words around them, and no rival does
 * that work. Dates, counts and codes do have them, and every rival converts those.
 */
import { random } from "./random.js";

const WORDS = `از به در با تا برای این آن که را هر یک دو سه چند همه دیگر خود مردم شهر استان روستا کشور تهران سمنان
مهدیشهر شاهرود وزارت شورا دولت مجلس بازار کتاب آب برق جاده کوه دریا باران زمستان تابستان امروز دیروز فردا سال ماه هفته
روز ساعت گزارش خبر خبرنگار مدیر رئیس کارگر دانشجو معلم پزشک مدرسه دانشگاه بیمارستان کارخانه مسابقه جشنواره هنر سینما
موسیقی ورزش تیم بازی پیروزی قیمت تولید صادرات گندم برنج چای زعفران پنبه فرش سفال ایران خراسان گیلان کرمان یزد شیراز
گفت افزود است بود شد کرد داد رفت آمد ماند رسید خواهد باید شاید بیشتر کمتر بزرگ کوچک تازه قدیمی زیبا مهم نخستین آخرین
می\u200cشود می\u200cکند خانه\u200cها کتاب\u200cها بچه\u200cها هم\u200cچنین گفت\u200cوگو پیش\u200cبینی`.split(/\s+/);

const NAMES = `مریم رضا سمانه علی نسرین حسین زهرا محمد نگار امیر لیلا کاوه پریسا بهرام سارا داریوش شیرین فرهاد مینا
آرش رستگار آذرگون کریمی احمدی موسوی رحیمی نادری جعفری صادقی شریفی`.split(/\s+/);

const SITE = "https://khabar.example";
const START = Date.UTC(2026, 2, 21, 5, 30);
const TEHRAN = 3.5 * 3_600_000;

/** The workloads by name; an article is handed over as the UTF-8 bytes of its JSON. */
export function workloads() {
  return [
    { name: "W1", about: "one news article", article: news(new Writer(1), { blocks: 6, words: 210, comments: 1 }) },
    { name: "W2", about: "a long one", article: news(new Writer(2), { blocks: 728, words: 36, comments: 20 }) },
    { name: "W3", about: "5,000 comments", article: news(new Writer(3), { blocks: 6, words: 210, comments: 5000 }) },
  ].map(({ name, about, article }) => ({ name, about, bytes: Buffer.from(JSON.stringify(article)) }));
}

function news(writer, { blocks, words, comments }) {
  const date = (minutes) => writer.date(minutes);
  return {
    version: 1,
    id: "4692303",
    language: "fa",
    url: `${SITE}/news/4692303`,
    section: [writer.link("section"), writer.link("section")],
    kicker: writer.words(5),
    headline: writer.words(9),
    deck: writer.sentence(20),
    byline: [{ name: writer.name(), role: writer.word(), url: `${SITE}/people/nasrin` }, { name: writer.name() }],
    published: date(0),
    modified: date(95),
    dateline: writer.word(),
    lead: writer.sentence(40),
    leadFigure: writer.figure(),
    body: Array.from({ length: blocks }, (_, index) => writer.block(index, words)),
    corrections: [{ text: writer.sentence(12), date: date(3000) }],
    tags: Array.from({ length: 3 }, () => writer.link("tags")),
    source: writer.link("source"),
    shortLink: "https://khbr.example/x",
    related: Array.from({ length: 2 }, (_, index) => ({ ...writer.link("news"), date: date(-4000 * index) })),
    comments: writer.comments(comments),
    commentRules: [writer.sentence(9), writer.sentence(9)],
  };
}

class Writer {
  #next;

  constructor(seed) {
    this.#next = random(seed);
  }

  below(limit) {
    return Math.floor(this.#next() * limit);
  }

  word() {
    return WORDS[this.below(WORDS.length)];
  }

  words(count) {
    return Array.from({ length: count }, () => this.word()).join(" ");
  }

  /** Of about so many words, ten to a clause. */
  sentence(count) {
    const clauses = Math.max(1, Math.round(count / 10));
    return `${Array.from({ length: clauses }, () => this.words(Math.ceil(count / clauses))).join("، ")}.`;
  }

  name() {
    return `${NAMES[this.below(20)]} ${NAMES[20 + this.below(NAMES.length - 20)]}`;
  }

  link(folder) {
    return { text: this.words(2), url: `${SITE}/${folder}/${this.below(100_000)}` };
  }

  /** ISO 8601 on Tehran's clock, so many minutes after the article came out. */
  date(minutes) {
    return new Date(START + TEHRAN + minutes * 60_000).toISOString().replace(/\.000Z$/, "+03:30");
  }

  figure() {
    const url = `${SITE}/pictures/${this.below(100_000)}.jpg`;
    return { image: { url, alt: this.words(6), width: 1200, height: 800 }, caption: this.sentence(10), credit: this.name() };
  }

  /** Text in which a few words are bold, stressed or a link. */
  rich(count) {
    const part = Math.ceil(count / 3);
    const { text, url } = this.link("news");
    const marked = { text: this.words(2), marks: this.below(2) ? ["strong"] : ["emphasis"] };
    return [`${this.words(part)} `, { text, href: url }, ` ${this.words(part)} `, marked, ` ${this.sentence(part)}`];
  }

  block(index, words) {
    switch (index % 16) {
      case 3:
      case 11:
        return { type: "heading", level: index % 32 === 3 ? 2 : 3, text: this.words(5) };
      case 6:
        return { type: "list", ordered: index % 32 === 6, items: Array.from({ length: 4 }, () => this.sentence(8)) };
      case 9:
        return { type: "quote", text: this.sentence(25), cite: this.name() };
      case 13:
        return { type: "figure", ...this.figure() };
      case 1:
      case 7:
      case 15:
        return { type: "paragraph", text: this.rich(words) };
      default:
        return this.sentence(words);
    }
  }

  /** A third of them answer an earlier one; most have two paragraphs, or two lines. */
  comments(count) {
    return Array.from({ length: count }, (_, index) => {
      const isReply = index > 0 && this.below(3) === 0;
      const parts = Array.from({ length: 1 + Number(this.below(4) > 0) }, () => this.sentence(11));
      return {
        id: String(1000 + index),
        ...(isReply && { parent: String(1000 + index - 1 - this.below(Math.min(index, 40))) }),
        author: this.name(),
        date: this.date(10 + index * 7),
        text: parts.join(this.below(3) === 0 ? "\n" : "\n\n"),
      };
    });
  }
}
