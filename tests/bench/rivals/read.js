// UTF-8 JSON in, what every rival needs to know of it out. What is here is done once and well for all of them.

const decoder = new TextDecoder();

/** Every word that the page says of its own. */
export const WORDS = {
  path: "مسیر خبر",
  updated: "به\u200cروزرسانی ",
  comma: "،",
  corrections: "اصلاح\u200cها",
  correction: "اصلاح",
  tags: "برچسب\u200cها",
  source: "منبع",
  code: "کد خبر",
  shortLink: "پیوند کوتاه",
  related: "خبرهای مرتبط",
  comment: "نظر",
  rules: "پیش از نوشتن",
  answers: "در پاسخ به ",
};

/** The article, and beside it what is not written in it as such. */
export function read(bytes) {
  const article = JSON.parse(decoder.decode(bytes));
  const prefix = `satr-${article.id}-`;
  nameSections(article.body, prefix);
  return { article, prefix, threads: threads(article.comments) };
}

/** Gives each heading an `id` of its words; one that repeats another is numbered. */
function nameSections(body, prefix) {
  const times = new Map();
  for (const block of body) {
    if (block.type !== "heading") continue;
    const name = ["part", ...(block.text.slice(0, 64).match(/[\p{L}\p{Nd}]+/gu) ?? [])].join("-");
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    block.id = prefix + name + (time > 1 ? `:${time}` : "");
  }
}

/** Who begins a thread, each with its `replies`: `{comment, answered, replies}`. */
function threads(comments) {
  const byId = new Map();
  const starters = [];
  for (const comment of comments) {
    const answered = byId.get(comment.parent);
    const row = { comment, answered: answered?.comment, replies: [], starter: answered?.starter };
    row.starter ??= row;
    byId.set(comment.id, row);
    (answered ? row.starter.replies : starters).push(row);
  }
  return starters;
}

/** A comment's paragraphs, each the list of its lines. */
export function paragraphs(text) {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.split("\n"));
}

/** Running text as the list of its spans. */
export function spans(text) {
  return Array.isArray(text) ? text : [text];
}

/** What a short link shows. */
export function withoutScheme(url) {
  return url.replace(/^https?:\/\//, "");
}
