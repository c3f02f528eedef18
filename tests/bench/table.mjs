/** Rounds in, medians and ratios out, and the table that shows them. */
import { kilobytes } from "../../tools/pack/sizes.mjs";
import { SATR } from "./contenders.js";

/** A workload with, for each contender, the median of its milliseconds and ours to theirs, round by round. */
export function summary({ rounds, ...workload }) {
  const contenders = {};
  for (const name of Object.keys(rounds[0])) {
    const ratios = rounds.map((times) => times[SATR.name] / times[name]);
    contenders[name] = {
      milliseconds: quantile(rounds.map((times) => times[name]), 0.5),
      ratio: { median: quantile(ratios, 0.5), p10: quantile(ratios, 0.1), p90: quantile(ratios, 0.9) },
    };
  }
  return { ...workload, contenders, rounds };
}

/** Between neighbours a straight line is drawn. */
function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** Markdown. */
export function table({ machine, sizes, workloads }, contenders) {
  const heads = workloads.map(
    ({ name, about, elements, bytes }) => `${name}: ${about}, ${elements} elements, ${kilobytes(bytes)} KB`,
  );
  const lines = contenders.map(({ name, about }) => {
    const cells = workloads.map((workload) => {
      const { milliseconds, ratio } = workload.contenders[name];
      const time = `${milliseconds.toFixed(2)} ms`;
      if (name === SATR.name) return time;
      return `${time}; **${ratio.median.toFixed(2)}** (${ratio.p10.toFixed(2)}–${ratio.p90.toFixed(2)})`;
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
  ].join("\n");
}
