/** Scores and rounds in, rates and ratios out, and the Markdown that shows them. */
import { quantile, ratioCell, spread } from "../spread.mjs";

/** Satr's own ways by their names. */
const OURS = { native: "Satr, native", wasm: "Satr, wasm", polish: "Satr, native, polish alone" };

/** Whose rate is the measure, and how many times it is aimed at. */
const MEASURE = "virastar";
const TARGETS = { native: 20, wasm: 10 };

/** Each contender with its scores, the median of its rates in MB a second, and how many times virastar's that is. */
export function summary(contenders, rounds, bytes) {
  return contenders.map(({ name, does, way, missing, scores }) => {
    if (missing !== undefined) return { name, missing };
    const rate = quantile(rounds.map((times) => (bytes * 1000) / times[name]), 0.5);
    const ratio = spread(rounds.map((times) => times[MEASURE] / times[name]));
    return { name, does: `${does}; ${way}`, scores, rate, ratio };
  });
}

/** Markdown: the table, then how the targets fare. */
export function report({ machine, text, contenders, rounds }) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const { name, sentences, words, halfSpaces, bytes } = text;
  return [
    `On ${machine}.`,
    `${name}: ${sentences} sentences, ${words} words, ${halfSpaces} half-spaces, ${(bytes / 1e6).toFixed(3)} MB without them.`,
    "F1 of half-spaces (precision/recall) where all were deleted, and where all became spaces; the share of good",
    "sentences that are harmed; letters altered in a thousand words of all three. MB of UTF-8 a second, and how many",
    `times ${MEASURE}'s rate that is: the median of ${rounds.length} rounds (and from p10 to p90).`,
    "",
    row(["", "deleted", "as spaces", "harmed", "letters", "MB/s", `to ${MEASURE}`, "how"]),
    row(Array(8).fill("---")),
    ...contenders.map((contender) => row([OURS[contender.name] ?? contender.name, ...cells(contender)])),
    "",
    ...targets(contenders),
  ].join("\n");
}

function cells({ name, does, missing, scores, rate, ratio }) {
  if (missing !== undefined) return [...Array(6).fill("–"), `not measured: ${missing.replaceAll("|", "\\|")}`];
  const { none, deleted, spaced } = scores;
  const all = [none, deleted, spaced];
  const sum = (key) => all.reduce((total, each) => total + each[key], 0);
  return [
    f1Cell(deleted),
    f1Cell(spaced),
    `${percent(none.harmed)} %`,
    ((1000 * sum("letters")) / sum("words")).toFixed(1),
    rate.toFixed(rate < 10 ? 2 : 1),
    name === MEASURE ? "1" : ratioCell(ratio),
    does,
  ];
}

function f1Cell({ f1, precision, recall }) {
  return `**${percent(f1)}** (${percent(precision)}/${percent(recall)})`;
}

function percent(share) {
  return (100 * share).toFixed(1);
}

/** What is aimed at, and whether it is met: a line each. */
function targets(contenders) {
  return Object.entries(TARGETS).map(([name, least]) => {
    const { median } = contenders.find((contender) => contender.name === name).ratio;
    const outcome = median >= least ? "met" : `missed, ${median.toFixed(1)} times`;
    return `- ${OURS[name]}, at least ${least} times ${MEASURE}'s rate: ${outcome}.`;
  });
}
