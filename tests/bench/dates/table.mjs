/** Rounds in, rates and ratios out, and the Markdown that shows them. */
import { quantile, ratioCell, spread } from "../spread.mjs";

/** Satr's own ways by their names. */
export const OURS = { native: "Satr, native", wasm: "Satr, wasm, one by one", batch: "Satr, wasm, in a batch" };

/**
 * A task with, for each contender, the median of its rates, and how many times that each of Satr's is, round by round.
 * A round tells everyone's rate: inputs or bytes in a microsecond.
 */
export function summary({ contenders, rounds, ...task }) {
  const ours = contenders.filter(({ name }) => name in OURS);
  return {
    ...task,
    contenders: contenders.map(({ name, does }) => {
      const ratioOf = (own) => spread(rounds.map((rates) => rates[own.name] / rates[name]));
      const others = ours.filter((own) => own.name !== name);
      return {
        name,
        does,
        rate: quantile(rounds.map((rates) => rates[name]), 0.5),
        ratios: Object.fromEntries(others.map((own) => [own.name, ratioOf(own)])),
      };
    }),
    rounds,
  };
}

/** Markdown: a table for each task, then how the targets fare. */
export function report({ machine, tasks }) {
  return [
    `On ${machine}.`,
    "The median rate of all rounds; then how many times that Satr's rate is, natively and in wasm: **the median ratio**",
    "(and from p10 to p90), above 1 Satr is faster. All had to answer the same before they were timed.",
    ...tasks.flatMap((task) => ["", ...table(task)]),
    "",
    ...targets(tasks),
  ].join("\n");
}

function table({ about, unit, contenders }) {
  const ours = contenders.map(({ name }) => name).filter((name) => name in OURS);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [
    row([about, unit, ...ours.map((name) => `${OURS[name]} to it`), "how"]),
    row(["---", "---", ...ours.map(() => "---"), "---"]),
    ...contenders.map(({ name, does, rate, ratios }) => {
      const cells = ours.map((own) => (name in OURS || !(own in ratios) ? "" : ratioCell(ratios[own])));
      return row([OURS[name] ?? name, rateText(rate), ...cells, does]);
    }),
  ];
}

/** Three digits. */
function rateText(rate) {
  return rate.toFixed(rate < 1 ? 3 : rate < 10 ? 2 : rate < 100 ? 1 : 0);
}

/** What is aimed at, and where it is missed: a line each. */
export function targets(tasks) {
  const pairs = tasks.flatMap(({ name: task, isDate, contenders }) =>
    contenders.filter(({ name }) => !(name in OURS)).map((rival) => ({ task, isDate, ...rival })),
  );
  const intl = pairs.filter(({ isDate, name }) => isDate && name === "Intl");
  return [
    target("natively ahead of every rival", pairs, "native", 1),
    target("natively ten times `Intl`'s rate in formatting dates", intl, "native", 10),
    target("ahead of `Intl` in formatting dates in wasm, in a batch", intl, "batch", 1),
  ];
}

function target(aim, pairs, own, least) {
  const judged = pairs.filter(({ ratios }) => own in ratios);
  const missed = judged.filter(({ ratios }) => ratios[own].median <= least);
  const places = missed.map(({ task, name, ratios }) => `${task} beside ${name} (${ratios[own].median.toFixed(2)})`);
  const outcome = judged.length === 0 ? "not measured" : missed.length === 0 ? "met" : `missed: ${places.join(", ")}`;
  return `- Satr ${aim}: ${outcome}.`;
}
