/** A packed package in, Satr's own ways in wasm out, by the task. Running text has none: the page's tape holds it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export async function ownWays(packageDir) {
  const satr = await import(pathToFileURL(join(packageDir, "format.js")).href);
  await satr.init(await readFile(join(packageDir, "satr_format_bg.wasm")));
  const both = { style: "bothTime" };
  const reading = {
    name: "wasm",
    does: "`parseDate`",
    work: (text) => satr.parseDate(text),
    show: (date) => String(Number(date) / 1000),
  };
  return {
    "to-jalali": [
      {
        name: "wasm",
        does: "`jalali` of an instant, in UTC",
        ready: (line) => Date.parse(`${line.replaceAll(" ", "-")} 00:00Z`),
        work: (instant) => satr.jalali(instant, { zone: "UTC" }),
        show: ({ year, month, day }) => `${year} ${month} ${day}`,
      },
    ],
    news: [
      { name: "wasm", does: "`formatDate`", ready: milliseconds, work: (instant) => satr.formatDate(instant) },
      { name: "batch", does: "`formatDates`", ready: milliseconds, all: (instants) => satr.formatDates(instants) },
    ],
    both: [
      { name: "wasm", does: "`formatDate`", ready: milliseconds, work: (instant) => satr.formatDate(instant, both) },
      { name: "batch", does: "`formatDates`", ready: milliseconds, all: (instants) => satr.formatDates(instants, both) },
    ],
    "read-words": [reading],
    "read-machine": [reading],
    number: [{ name: "wasm", does: "`formatNumber`", ready: Number, work: (count) => satr.formatNumber(count) }],
    words: [{ name: "wasm", does: "`toWords`", ready: Number, work: (count) => satr.toWords(count) }],
  };
}

function milliseconds(line) {
  return Number(line) * 1000;
}
