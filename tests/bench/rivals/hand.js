// An article in, DOM out, written by hand. Dates, paragraphs and comments come from outside: two rivals differ in them.
import { read, spans, withoutScheme, WORDS } from "./read.js";

/** A new element, its class if it has one, and what is in it: nodes and strings. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content.length) made.append(...content);
  return made;
}

export function withAttributes(made, attributes) {
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  return made;
}

export function time(date, shown) {
  const made = element("time", "", shown);
  made.setAttribute("datetime", date);
  return made;
}

export function link(url, ...content) {
  const made = element("a", "", ...content);
  made.setAttribute("href", url);
  return made;
}

/** Draws into `target` with `dates`, `paragraph(text)` and `comment(row, prefix)`. */
export function drawer({ dates, paragraph, comment }) {
  return (bytes, target) => {
    const { article, prefix, threads } = read(bytes);
    const page = element("div", "satr", main(article, prefix), comments(article, prefix, threads));
    target.append(withAttributes(page, { lang: article.language, dir: "rtl" }));
  };

  function main(article, prefix) {
    const lead = element("p", "satr-lead", element("b", "satr-dateline", article.dateline), " ", article.lead);
    return element(
      "article",
      "satr-article",
      head(article, prefix),
      lead,
      figure(article.leadFigure, "satr-figure satr-figure-lead satr-figure-wide", { fetchpriority: "high" }),
      element("div", "satr-body", ...article.body.map(block)),
      corrections(article),
      foot(article),
      related(article, prefix),
    );
  }

  function head(article, prefix) {
    const path = element("nav", "satr-path", ...article.section.map(({ text, url }) => link(url, text)));
    path.setAttribute("aria-label", WORDS.path);
    const hgroup = element(
      "hgroup",
      "",
      element("p", "satr-kicker", article.kicker),
      element("h1", "satr-headline", article.headline),
      element("p", "satr-deck", article.deck),
    );
    const byline = element("p", "satr-byline", ...article.byline.flatMap(credit));
    const published = time(article.published, dates.news(article.published));
    const modified = time(article.modified, dates.update(article.modified, article.published));
    const meta = element(
      "div",
      "satr-meta",
      byline,
      element("p", "", published),
      element("p", "", WORDS.updated, modified),
    );
    if (article.comments.length > 0) {
      const count = `${dates.number(article.comments.length)} ${WORDS.comment}`;
      meta.append(element("p", "satr-tools", link(`#${prefix}comments`, count)));
    }
    return element("header", "satr-head", path, hgroup, meta);
  }

  function credit({ name, role, url }, index, { length }) {
    const bdi = element("bdi", "", name);
    const isLast = index === length - 1;
    const words = element("span", "", role ? `${role}: ` : "", url ? link(url, bdi) : bdi, isLast ? "" : WORDS.comma);
    return isLast ? [words] : [words, " "];
  }

  function block(one) {
    if (typeof one === "string") return paragraph(one);
    switch (one.type) {
      case "heading":
        return withAttributes(element(`h${one.level}`, "", one.text), { id: one.id });
      case "list":
        return element(one.ordered ? "ol" : "ul", "satr-list", ...one.items.map((item) => element("li", "", item)));
      case "quote":
        return element("blockquote", "satr-quote", paragraph(one.text), element("footer", "", one.cite));
      case "figure":
        return figure(one, "satr-figure", { loading: "lazy" });
      default:
        return element("p", "", ...spans(one.text).map(span));
    }
  }

  function span(one) {
    if (typeof one === "string") return one;
    if (one.href) return link(one.href, one.text);
    return element(one.marks[0] === "strong" ? "strong" : "em", "", one.text);
  }

  function figure({ image, caption, credit }, className, attributes) {
    const { url, alt, width, height } = image;
    const picture = withAttributes(element("img"), { alt, width, height, ...attributes, decoding: "async", src: url });
    const said = element("figcaption", "", caption, " ", element("span", "satr-credit", credit));
    return element("figure", className, picture, said);
  }

  function corrections(article) {
    const rows = article.corrections.map(({ text, date }) =>
      element("p", "satr-correction", element("b", "", WORDS.correction), ` ${text} `, time(date, dates.news(date))),
    );
    return withAttributes(element("section", "satr-corrections", ...rows), { "aria-label": WORDS.corrections });
  }

  function foot(article) {
    const tags = article.tags.map(({ text, url }) => withAttributes(link(url, text), { rel: "tag" }));
    const code = withAttributes(element("data", "", dates.number(article.id)), { value: article.id });
    const short = withAttributes(element("bdi", "", withoutScheme(article.shortLink)), { dir: "ltr" });
    const facts = element(
      "dl",
      "satr-facts",
      fact(WORDS.source, link(article.source.url, article.source.text)),
      fact(WORDS.code, code),
      fact(WORDS.shortLink, link(article.shortLink, short)),
    );
    return element("footer", "satr-foot", element("p", "satr-tags", element("b", "", WORDS.tags), ...tags), facts);
  }

  function fact(name, value) {
    return element("div", "", element("dt", "", name), element("dd", "", value));
  }

  function related(article, prefix) {
    const rows = article.related.map(({ text, url, date }) =>
      element("li", "", link(url, `${text} `, time(date, dates.day(date)))),
    );
    const title = withAttributes(element("h2", "", WORDS.related), { id: `${prefix}related` });
    const nav = element("nav", "satr-more", title, element("ul", "", ...rows));
    return withAttributes(nav, { "aria-labelledby": `${prefix}related` });
  }

  function comments(article, prefix, threads) {
    const count = `${dates.number(article.comments.length)} ${WORDS.comment}`;
    const title = withAttributes(element("h2", "", count), { id: `${prefix}comments` });
    const list = element("ol");
    for (const starter of threads) {
      const row = comment(starter, prefix);
      if (starter.replies.length > 0) {
        const replies = element("ol", "satr-replies");
        for (const reply of starter.replies) replies.append(comment(reply, prefix));
        row.append(replies);
      }
      list.append(row);
    }
    const section = element("section", "satr-comments", element("div", "satr-comments-head", title), list);
    section.append(rules(article, prefix));
    return withAttributes(section, { "aria-labelledby": `${prefix}comments` });
  }

  function rules(article, prefix) {
    const title = withAttributes(element("h3", "", WORDS.rules), { id: `${prefix}rules` });
    const rows = article.commentRules.map((rule) => element("li", "", rule));
    const aside = element("aside", "satr-rules", title, element("ul", "satr-list", ...rows));
    return withAttributes(aside, { "aria-labelledby": `${prefix}rules` });
  }
}
