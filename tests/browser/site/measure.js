/** An article in, the average characters of a full line of its body out. */

/** Paragraphs of the body alone: what is set smaller, or in a column of its own, has a measure of its own. */
const PARAGRAPHS = ".satr-body > p:not([class])";
/** CSS pixels between the edge of a paragraph and that of a line which a picture at its side has made shorter. */
const INDENT = 2;

const graphemes = new Intl.Segmenter("fa", { granularity: "grapheme" });

/** `{ average, lines }`: over all lines but the last of each paragraph. */
export function measure(page) {
  const full = [...page.querySelectorAll(PARAGRAPHS)].flatMap((paragraph) => fullLines(page, paragraph));
  return { average: full.reduce((sum, { length }) => sum + length, 0) / full.length, lines: full.length };
}

function fullLines(page, paragraph) {
  const { right } = paragraph.getBoundingClientRect();
  const lines = [];
  for (const { length, box } of words(page, paragraph)) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(middle(line.box) - middle(box)) < box.height / 2) {
      line.length += length;
    } else {
      lines.push({ length, box });
    }
  }
  return lines.slice(0, -1).filter(({ box }) => right - box.right < INDENT);
}

/** Each word with the space after it. A character without width of its own, such as a ZWNJ, is part of one that has. */
function* words(page, paragraph) {
  const walker = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/\S+\s*|\s+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + (word.trimEnd().length || word.length));
      const [box] = range.getClientRects();
      if (box !== undefined) yield { length: [...graphemes.segment(word)].length, box };
    }
  }
}

function middle({ top, bottom }) {
  return (top + bottom) / 2;
}
