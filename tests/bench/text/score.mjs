/**
 * A sentence as it should be, as it was given and as it came back in, counts of what was mended and harmed out.
 *
 * What is judged is the border between two neighbouring letters or digits, and of nothing else: they are joined, have a
 * half-space (ZWNJ) between them, or are apart by anything else. Letters that are one letter on two keyboards, digits of
 * three scripts, marks and kashida make no difference; what became of the letters themselves is counted apart.
 */

const ZWNJ = "\u200c";

/** How two neighbours stand. */
const JOINED = 0;
const HALF_SPACE = 1;
const APART = 2;

/** Behind these a half-space cannot be seen, and the texts have it or not by habit. */
const NEVER_JOIN = new Set("اآدذرزژوء");

/** Written in both ways everywhere, and in a gold text too. */
const IN_BOTH_WAYS = new Set(["آنها", "اینها", "آنهایی", "اینهایی"]);

const SAME_LETTER = new Map(
  [
    ["ی", "يىئ"],
    ["ک", "ك"],
    ["ه", "ةۀہەھ"],
    ["ا", "أإٱ"],
    ["و", "ؤ"],
  ].flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);

function folded(char) {
  const code = char.charCodeAt(0);
  const isDigit = (code & 0xfff0) === 0x660 || (code & 0xfff0) === 0x6f0;
  return isDigit && (code & 15) < 10 ? String(code & 15) : (SAME_LETTER.get(char) ?? char);
}

/** What is no letter and parts none: marks, kashida, and what steers direction. */
const NOTHING = /[\p{Mn}\u0640\u00ad\u200d-\u200f\u202a-\u202c\u2066-\u2069\ufeff]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** The letters and digits of a text, and how each stands to the one before it; the first to the border of the text. */
function read(text) {
  const letters = [];
  const borders = [];
  let border = JOINED;
  for (const char of text.normalize("NFC")) {
    if (char === ZWNJ) border = Math.max(border, HALF_SPACE);
    else if (NOTHING.test(char)) continue;
    else if (!LETTER.test(char)) border = APART;
    else {
      const isSeen = border !== HALF_SPACE || (letters.length > 0 && !NEVER_JOIN.has(letters.at(-1)));
      borders.push(isSeen ? border : JOINED);
      letters.push(folded(char));
      border = JOINED;
    }
  }
  return { letters, borders };
}

/** The letters whose border to the one before them is not judged. */
function unjudged(text) {
  const places = new Set([0]);
  let at = 0;
  for (const word of text.split(/\s+/)) {
    const letters = [...word.normalize("NFC")].filter((char) => LETTER.test(char) && !NOTHING.test(char));
    if (IN_BOTH_WAYS.has(letters.join(""))) letters.forEach((_, place) => place > 0 && places.add(at + place));
    at += letters.length;
  }
  return places;
}

/** For each letter of the one row its place in the other, or -1: the longest row of letters that both have in order. */
function aligned(one, other) {
  const places = new Int32Array(one.length).fill(-1);
  let [start, oneEnd, otherEnd] = [0, one.length, other.length];
  for (; start < Math.min(oneEnd, otherEnd) && one[start] === other[start]; start += 1) places[start] = start;
  while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1])
    places[(oneEnd -= 1)] = otherEnd -= 1;
  const width = otherEnd - start + 1;
  const common = new Int32Array((oneEnd - start + 1) * width);
  for (let i = oneEnd - 1; i >= start; i -= 1)
    for (let j = otherEnd - 1; j >= start; j -= 1) {
      const cell = (i - start) * width + j - start;
      common[cell] = one[i] === other[j] ? common[cell + width + 1] + 1 : Math.max(common[cell + width], common[cell + 1]);
    }
  for (let i = start, j = start; i < oneEnd && j < otherEnd; ) {
    const cell = (i - start) * width + j - start;
    if (one[i] === other[j]) places[i++] = j++;
    else if (common[cell + width] >= common[cell + 1]) i += 1;
    else j += 1;
  }
  return places;
}

/** The marks of one sentence. `harmed` are borders that were right when they were given. */
function marks(gold, given, got) {
  const [right, before, after] = [gold, given, got].map(read);
  const skipped = unjudged(gold);
  const places = aligned(right.letters, after.letters);
  const counts = { found: 0, missed: 0, wrong: 0, harmed: 0, letters: 0 };
  const met = new Set([0]);
  right.borders.forEach((border, at) => {
    if (skipped.has(at)) {
      if (places[at] >= 0) met.add(places[at]);
      return;
    }
    const isWhole = places[at] >= 0 && places[at] === places[at - 1] + 1 && places[at - 1] >= 0;
    // Where the letters are others, nothing of the border is left.
    const now = isWhole ? after.borders[places[at]] : undefined;
    if (isWhole) met.add(places[at]);
    if (border === HALF_SPACE) counts[now === HALF_SPACE ? "found" : "missed"] += 1;
    else if (now === HALF_SPACE) counts.wrong += 1;
    if (border === before.borders[at] && now !== border) counts.harmed += 1;
  });
  after.borders.forEach((border, at) => {
    if (border === HALF_SPACE && !met.has(at)) counts.wrong += 1;
  });
  const kept = places.filter((place) => place >= 0).length;
  counts.letters = right.letters.length - kept + after.letters.length - kept;
  return counts;
}

/** The score of many sentences; shares are from 0 to 1. */
export function score(gold, given, got) {
  const sum = { found: 0, missed: 0, wrong: 0, letters: 0, words: 0, hurt: 0 };
  gold.forEach((sentence, at) => {
    const counts = marks(sentence, given[at], got[at]);
    for (const name of ["found", "missed", "wrong", "letters"]) sum[name] += counts[name];
    sum.words += sentence.split(/\s+/).filter((word) => word !== "").length;
    if (counts.harmed > 0) sum.hurt += 1;
  });
  const { found, missed, wrong, letters, words, hurt } = sum;
  return {
    precision: share(found, found + wrong),
    recall: share(found, found + missed),
    f1: share(2 * found, 2 * found + wrong + missed),
    harmed: share(hurt, gold.length),
    letters,
    words,
  };
}

function share(part, whole) {
  return whole === 0 ? 0 : part / whole;
}
