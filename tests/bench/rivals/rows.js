// By hand, with rows cloned from a pattern and dates by jalaali-js: the fastest that is commonly written.
import { drawer, element, link, time } from "./hand.js";
import * as dates from "./jalaali.js";
import { paragraphs, WORDS } from "./read.js";

const PARAGRAPH = element("p", "", " ");
const ANSWER = element("span", "", WORDS.answers, link("", element("bdi", "", " ")));
const ROW = element(
  "li",
  "satr-comment",
  element("p", "satr-by", element("b", "", element("bdi", "", " ")), time("", " ")),
);

function paragraph(text) {
  const made = PARAGRAPH.cloneNode(true);
  made.firstChild.data = text;
  return made;
}

function comment({ comment, answered }, prefix) {
  const row = ROW.cloneNode(true);
  row.id = `${prefix}comment-${comment.id}`;
  const by = row.firstChild;
  by.firstChild.firstChild.firstChild.data = comment.author;
  const when = by.lastChild;
  when.setAttribute("datetime", comment.date);
  when.firstChild.data = dates.news(comment.date);
  if (answered) {
    const answer = ANSWER.cloneNode(true);
    const to = answer.lastChild;
    to.setAttribute("href", `#${prefix}comment-${answered.id}`);
    to.firstChild.firstChild.data = answered.author;
    by.insertBefore(answer, when);
  }
  for (const lines of paragraphs(comment.text)) {
    const made = paragraph(lines[0]);
    for (let line = 1; line < lines.length; line += 1) made.append(document.createElement("br"), lines[line]);
    row.appendChild(made);
  }
  return row;
}

export const draw = drawer({ dates, comment, paragraph });
