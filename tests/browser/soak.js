/** The package in, articles drawn by the thousand and what is left of them out: `CHECKS` says of what. */
import { finish, only, test } from "./harness.js";

/** Milliseconds one check may take. */
const LIMIT = 900_000;
/** A round is so many drawings; memory is compared from round to round, the first ones aside, which fill caches. */
const ROUNDS = 8;
const WARM = 3;
/** Bytes that a drawing may leave behind on the average: an engine's own records; less than any object of ours. */
const LEFT = 16;

/** Paragraphs of the articles, from a few lines to a long report. */
const SIZES = [1, 4, 16, 64, 256];

/** The memories of the core, as they are made. */
const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const instance = new Instance(...given);
  memories.push(instance.exports.memory);
  return instance;
};

const { render } = await import("/satr/index.js");
await import("/satr/element.js");

/** Every check: what holds, and the work that shows it; `work` gives the figures. */
const CHECKS = [
  {
    name: "two thousand articles of all sizes come and go without a trace",
    work: () => flat(250, 1, async (number) => {
      const target = document.body.appendChild(document.createElement("div"));
      await render(article(SIZES[number % SIZES.length], number), target);
      only(target, "the target");
      target.remove();
    }),
  },
  {
    name: "two thousand elements come and go without a trace",
    work: () => flat(250, 1, async (number) => {
      const element = document.createElement("satr-article");
      const drawn = new Promise((resolve) => element.addEventListener("satr-ready", resolve));
      element.article = article(SIZES[number % SIZES.length], number);
      document.body.append(element);
      await drawn;
      only(element.shadowRoot, "the element");
      element.remove();
    }),
  },
  {
    name: "two thousand updates of one page leave the last",
    work: async () => {
      const target = document.body.appendChild(document.createElement("div"));
      const view = await render(article(1, 0), target);
      const figures = await flat(250, 1, (number) => view.update(article(SIZES[number % SIZES.length], number)));
      target.remove();
      return figures;
    },
  },
  {
    name: "two thousand articles after each other in one target leave the last",
    work: async () => {
      const target = document.body.appendChild(document.createElement("div"));
      const figures = await flat(250, 1, async (number) => {
        await render(article(SIZES[number % SIZES.length], number), target);
        const headline = only(target, "the target").querySelector("h1").textContent;
        if (headline !== headlineOf(number)) throw new Error(`after article ${number} stands «${headline}»`);
      });
      target.remove();
      return figures;
    },
  },
  {
    name: "four thousand articles in five hundred targets at once",
    work: () => flat(1, 500, async () => {
      const targets = Array.from({ length: 500 }, () => document.body.appendChild(document.createElement("div")));
      await Promise.all(targets.map((target, number) => render(article(4, number), target)));
      targets.forEach((target, number) => {
        const headline = only(target, "a target").querySelector("h1").textContent;
        if (headline !== headlineOf(number)) throw new Error(`in target ${number} stands «${headline}»`);
        target.remove();
      });
    }),
  },
];

function headlineOf(number) {
  return `باران ${new Intl.NumberFormat("fa", { useGrouping: false }).format(number)}`;
}

function article(paragraphs, number) {
  const comments = Array.from({ length: paragraphs }, (_, id) => ({ id: `${id}`, author: "علی", text: "خوب بود" }));
  return { headline: `باران ${number}`, body: "باران از ساعت 5 صبح آغاز شد.\n\n".repeat(paragraphs), comments };
}

/**
 * Draws round by round, so many times and so many articles at a time, and holds when the heap and the core's memory stay
 * as they were after the warm rounds.
 */
async function flat(times, articles, draw) {
  const held = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let time = 0; time < times; time += 1) await draw(round * times + time);
    held.push(await settled());
  }
  const [warm, last] = [held[WARM - 1], held.at(-1)];
  const left = (last.heap - warm.heap) / ((ROUNDS - WARM) * times * articles);
  const heaps = held.map(({ heap }) => mib(heap)).join(", ");
  const figures = `heap ${heaps} MiB, ${left.toFixed(1)} bytes a drawing; core ${mib(last.core)} MiB`;
  if (left > LEFT || last.core > warm.core) throw new Error(figures);
  return figures;
}

/** What the page holds once all that can be let go is let go; what is loading holds on for some turns. */
async function settled() {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((wake) => setTimeout(wake, 50));
    window.gc();
  }
  const core = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { heap: performance.memory.usedJSHeapSize, core };
}

function mib(bytes) {
  return (bytes / 1024 / 1024).toFixed(2);
}

await test("the memory can be read", async () => {
  await render(article(1, 0), document.createElement("div"));
  const { heap, core } = await settled();
  if (!(heap > 0 && core > 0 && memories.length === 1)) throw new Error(`heap ${heap}, core ${core}`);
});
for (const { name, work } of CHECKS) await test(name, work, LIMIT);
finish();
