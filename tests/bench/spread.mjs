/** Numbers in, where they lie out. */

/** The number that a share of the others lies below; between neighbours a straight line is drawn. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** The median, and what a tenth lies below and above. */
export function spread(numbers) {
  return { median: quantile(numbers, 0.5), p10: quantile(numbers, 0.1), p90: quantile(numbers, 0.9) };
}

/** A spread of ratios as a cell of a table. */
export function ratioCell({ median, p10, p90 }) {
  const [middle, ...ends] = [median, p10, p90].map((ratio) => ratio.toFixed(ratio < 100 ? 2 : 0));
  return `**${middle}** (${ends.join("–")})`;
}
