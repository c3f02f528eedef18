// By hand with `createElement`, dates by `Intl`: what a page has without a single package.
import { drawer, element, link, time } from "./hand.js";
import * as dates from "./intl.js";
import { paragraphs, WORDS } from "./read.js";

function comment({ comment, answered }, prefix) {
  const by = element("p", "satr-by", element("b", "", element("bdi", "", comment.author)));
  if (answered) {
    const answer = link(`#${prefix}comment-${answered.id}`, element("bdi", "", answered.author));
    by.append(element("span", "", WORDS.answers, answer));
  }
  by.append(time(comment.date, dates.news(comment.date)));
  const row = element("li", "satr-comment", by);
  row.id = `${prefix}comment-${comment.id}`;
  for (const lines of paragraphs(comment.text)) {
    const paragraph = element("p", "", lines[0]);
    for (const line of lines.slice(1)) paragraph.append(element("br"), line);
    row.append(paragraph);
  }
  return row;
}

export const draw = drawer({ dates, comment, paragraph: (text) => element("p", "", text) });
