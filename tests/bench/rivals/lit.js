// lit-html's templates. A line ends inside a tag only: what stands between tags is text on the page.
import { html, nothing, render } from "lit/html.js";
import * as dates from "./jalaali.js";
import { paragraphs, read, spans, withoutScheme, WORDS } from "./read.js";

const time = (date, shown = dates.news(date)) => html`<time datetime=${date}>${shown}</time>`;

const span = (one) => {
  if (typeof one === "string") return one;
  if (one.href) return html`<a href=${one.href}>${one.text}</a>`;
  return one.marks[0] === "strong" ? html`<strong>${one.text}</strong>` : html`<em>${one.text}</em>`;
};

const credit = ({ name, role, url }, index, { length }) => {
  const bdi = html`<bdi>${name}</bdi>`;
  const isLast = index === length - 1;
  const words = [role ? `${role}: ` : nothing, url ? html`<a href=${url}>${bdi}</a>` : bdi, isLast ? nothing : WORDS.comma];
  return [html`<span>${words}</span>`, isLast ? nothing : " "];
};

const tools = (count, prefix) => html`<p class="satr-tools"
  ><a href="#${prefix}comments">${dates.number(count)} ${WORDS.comment}</a></p>`;

const head = (article, prefix) => html`<header class="satr-head"
  ><nav class="satr-path" aria-label=${WORDS.path}
    >${article.section.map(({ text, url }) => html`<a href=${url}>${text}</a>`)}</nav
  ><hgroup
    ><p class="satr-kicker">${article.kicker}</p
    ><h1 class="satr-headline">${article.headline}</h1
    ><p class="satr-deck">${article.deck}</p
  ></hgroup
  ><div class="satr-meta"
    ><p class="satr-byline">${article.byline.map(credit)}</p
    ><p>${time(article.published)}</p
    ><p>${WORDS.updated}${time(article.modified, dates.update(article.modified, article.published))}</p
    >${article.comments.length > 0 ? tools(article.comments.length, prefix) : nothing}</div
></header>`;

const said = ({ caption, credit }) =>
  html`<figcaption>${caption} <span class="satr-credit">${credit}</span></figcaption>`;

const leadFigure = (figure) => html`<figure class="satr-figure satr-figure-lead satr-figure-wide"
  ><img alt=${figure.image.alt} width=${figure.image.width} height=${figure.image.height} fetchpriority="high"
    decoding="async" src=${figure.image.url}>${said(figure)}</figure>`;

const figure = (figure) => html`<figure class="satr-figure"
  ><img alt=${figure.image.alt} width=${figure.image.width} height=${figure.image.height} loading="lazy"
    decoding="async" src=${figure.image.url}>${said(figure)}</figure>`;

const block = (one) => {
  if (typeof one === "string") return html`<p>${one}</p>`;
  switch (one.type) {
    case "heading":
      return one.level === 2 ? html`<h2 id=${one.id}>${one.text}</h2>` : html`<h3 id=${one.id}>${one.text}</h3>`;
    case "list": {
      const items = one.items.map((item) => html`<li>${item}</li>`);
      return one.ordered ? html`<ol class="satr-list">${items}</ol>` : html`<ul class="satr-list">${items}</ul>`;
    }
    case "quote":
      return html`<blockquote class="satr-quote"><p>${one.text}</p><footer>${one.cite}</footer></blockquote>`;
    case "figure":
      return figure(one);
    default:
      return html`<p>${spans(one.text).map(span)}</p>`;
  }
};

const correction = ({ text, date }) =>
  html`<p class="satr-correction"><b>${WORDS.correction}</b> ${text} ${time(date)}</p>`;

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const foot = ({ id, source, shortLink, tags }) => html`<footer class="satr-foot"
  ><p class="satr-tags"
    ><b>${WORDS.tags}</b>${tags.map(({ text, url }) => html`<a href=${url} rel="tag">${text}</a>`)}</p
  ><dl class="satr-facts"
    >${fact(WORDS.source, html`<a href=${source.url}>${source.text}</a>`)}${
      fact(WORDS.code, html`<data value=${id}>${dates.number(id)}</data>`)}${
      fact(WORDS.shortLink, html`<a href=${shortLink}><bdi dir="ltr">${withoutScheme(shortLink)}</bdi></a>`)}</dl
></footer>`;

const related = (rows, prefix) => html`<nav class="satr-more" aria-labelledby="${prefix}related"
  ><h2 id="${prefix}related">${WORDS.related}</h2
  ><ul>${rows.map(
    ({ text, url, date }) => html`<li><a href=${url}>${text} ${time(date, dates.day(date))}</a></li>`,
  )}</ul
></nav>`;

const paragraph = (lines) =>
  html`<p>${lines.length === 1 ? lines[0] : lines.map((line, index) => (index > 0 ? html`<br>${line}` : line))}</p>`;

const comment = ({ comment: { id, author, date, text }, answered, replies }, prefix) => html`<li class="satr-comment"
  id="${prefix}comment-${id}"><p class="satr-by"><b><bdi>${author}</bdi></b>${
    answered
      ? html`<span>${WORDS.answers}<a href="#${prefix}comment-${answered.id}"><bdi>${answered.author}</bdi></a></span>`
      : nothing
  }${time(date)}</p>${paragraphs(text).map(paragraph)}${
    replies.length > 0
      ? html`<ol class="satr-replies">${replies.map((reply) => comment(reply, prefix))}</ol>`
      : nothing
  }</li>`;

const comments = (article, prefix, threads) => html`<section class="satr-comments" aria-labelledby="${prefix}comments"
  ><div class="satr-comments-head"
    ><h2 id="${prefix}comments">${dates.number(article.comments.length)} ${WORDS.comment}</h2></div
  ><ol>${threads.map((row) => comment(row, prefix))}</ol
  ><aside class="satr-rules" aria-labelledby="${prefix}rules"
    ><h3 id="${prefix}rules">${WORDS.rules}</h3
    ><ul class="satr-list">${article.commentRules.map((rule) => html`<li>${rule}</li>`)}</ul></aside
></section>`;

const page = ({ article, prefix, threads }) => html`<div class="satr" lang=${article.language} dir="rtl"
  ><article class="satr-article"
    >${head(article, prefix)}<p class="satr-lead"><b class="satr-dateline">${article.dateline}</b> ${article.lead}</p
    >${leadFigure(article.leadFigure)}<div class="satr-body">${article.body.map(block)}</div
    ><section class="satr-corrections" aria-label=${WORDS.corrections}>${article.corrections.map(correction)}</section
    >${foot(article)}${related(article.related, prefix)}</article
  >${comments(article, prefix, threads)}</div>`;

export function draw(bytes, target) {
  render(page(read(bytes)), target);
}
