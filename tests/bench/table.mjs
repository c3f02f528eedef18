/** Rounds in, medians and ratios out, and the table that shows them. */
import { kilobytes } from "../../tools/pack/sizes.mjs";
import { SATR } from "./contenders.js";
import { quantile, ratioCell, spread } from "./spread.mjs";

/** A workload with, for each contender, the median of its milliseconds and ours to theirs, round by round. */
export function summary({ rounds, ...workload }) {
  const contenders = {};
  for (const name of Object.keys(rounds[0])) {
    const ratios = rounds.map((times) => times[SATR.name] / times[name]);
    contenders[name] = {
      milliseconds: quantile(rounds.map((times) => times[name]), 0.5),
      ratio: spread(ratios),
    };
  }
  return { ...workload, contenders, rounds };
}

/** Markdown. */
export function table({ machine, sizes, workloads, slices }, contenders) {
  const heads = workloads.map(
    ({ name, about, elements, bytes }) => `${name}: ${about}, ${elements} elements, ${kilobytes(bytes)} KB`,
  );
  const lines = contenders.map(({ name, about }) => {
    const cells = workloads.map((workload) => {
      const { milliseconds, ratio } = workload.contenders[name];
      const time = `${milliseconds.toFixed(2)} ms`;
      if (name === SATR.name) return time;
      return `${time}; ${ratioCell(ratio)}`;
    });
    return `| ${[about, ...cells, kilobytes(sizes[name])].join(" | ")} |`;
  });
  return [
    `JSON bytes to DOM on ${machine}.`,
    "Median time of a drawing; **Satr's to it**, the median of all rounds (and from p10 to p90): below 1 Satr is faster.",
    "",
    `| | ${heads.join(" | ")} | code, brotli KB |`,
    `| --- |${" --- |".repeat(workloads.length + 1)}`,
    ...lines,
    "",
    `${slices.name} in a page that shows it, dressed; medians in ms.`,
    "",
    "| | its head is there | all is | the longest task |\n| --- | --- | --- | --- |",
    sliceRow("at once", slices.turns.map(({ whole }) => whole)),
    sliceRow("in slices", slices.turns.map(({ sliced }) => sliced)),
  ].join("\n");
}

function sliceRow(what, turns) {
  const [head, all, longest] = ["head", "all", "longest"].map((key) => quantile(turns.map((turn) => turn[key]), 0.5));
  const worst = Math.max(...turns.map(({ longest }) => longest));
  const task = worst === 0 ? "none over 50" : `${longest.toFixed(0)}, the worst ${worst.toFixed(0)}`;
  return `| ${what} | ${head.toFixed(0)} | ${all.toFixed(0)} | ${task} |`;
}
