/** A page of the demo in, its layout tested in every width, in each state that a reader brings it to. */
import { test } from "../harness.js";
import { Frame } from "./frame.js";
import { cutTexts, overflow, overlaps } from "./losses.js";
import { measure } from "./measure.js";
import { loosePictures, sizes, smallControls, smallTexts, stunted } from "./sizes.js";
import { statesOf } from "./states.js";

const WIDTHS = [320, 390, 768, 1280];
/** WCAG 2.2, 1.4.12: what a reader may override, and no more, from the narrowest on. */
const SPACING = {
  css: `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`,
  widths: [320, 1280],
};
/** WCAG 2.2, 1.4.4: text of twice the size; it does not ask for that on the narrowest screen as well. */
const ZOOM = { css: "html { font-size: 200% !important; }", widths: [768, 1280] };

/** Characters of a full line of an article, on average, in CSS pixels so wide. */
const MEASURE = { least: 60, most: 70, width: 1280 };

let frame;

export async function check(path) {
  frame = new Frame(MEASURE.width);
  await test("it is drawn", () => frame.open(`/demo/${path}`));
  frame.unroll();
  await checkLooks("");
  if (path.startsWith("article.html")) await checkMeasure();
  for (const { name, bring, leave } of statesOf(frame.document)) {
    await bring();
    await checkLooks(`, ${name}`);
    await leave();
  }
  await test("nobody is asked but its own server", () => {
    const strangers = frame.requests().filter(({ name }) => new URL(name).origin !== location.origin);
    none(strangers.map(({ name }) => name));
  });
}

async function checkLooks(state) {
  await checkWidths(WIDTHS, {
    [`every control can be hit${state}`]: smallControls,
    [`every text can be read${state}`]: smallTexts,
    [`every picture keeps its place${state}`]: loosePictures,
    [`nothing is lost${state}`]: losses,
  });
  for (const [how, wish] of Object.entries({ "with wide spacing": SPACING, "at twice the size": ZOOM })) {
    const before = sizes(frame.document);
    const undress = frame.dress(wish.css);
    if (wish === ZOOM) await test(`every text grows${state}`, () => none(stunted(before)));
    await checkWidths(wish.widths, { [`nothing is lost ${how}${state}`]: losses });
    undress();
  }
}

function losses(page) {
  return [...overflow(page), ...cutTexts(page), ...overlaps(page)];
}

/** Asks for faults in every width, and tells each once: what is wrong in one width is often so in all. */
async function checkWidths(widths, checks) {
  const found = Object.keys(checks).map(() => new Map());
  for (const width of widths) {
    await frame.resize(width);
    for (const [index, faults] of Object.values(checks).entries()) {
      for (const fault of faults(frame.document)) {
        found[index].set(fault, new Set(found[index].get(fault)).add(width));
      }
    }
  }
  for (const [index, what] of Object.keys(checks).entries()) {
    await test(what, () => none([...found[index]].map(([fault, at]) => `at ${[...at].join(", ")} px, ${fault}`)));
  }
}

async function checkMeasure() {
  const { least, most, width } = MEASURE;
  await test(`a line has from ${least} to ${most} characters`, async () => {
    await frame.resize(width);
    const { average, lines } = measure(frame.document);
    const told = `${average.toFixed(1)} in ${lines} lines`;
    if (lines === 0) return "there is none";
    if (!(average >= least && average <= most)) throw new Error(told);
    return told;
  });
}

function none(faults) {
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
