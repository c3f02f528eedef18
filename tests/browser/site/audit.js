/** A page of the demo in, what axe-core finds on it tested: in both themes, in each state a reader brings it to. */
import { test } from "../harness.js";
import { audit } from "./axe.js";
import { Frame } from "./frame.js";
import { statesOf } from "./states.js";

/** CSS pixels: in each theme another width, as each has controls of its own. */
const THEMES = { light: 1280, dark: 390 };

export async function check(path) {
  const frame = new Frame(THEMES.light);
  await test("it is drawn", () => frame.open(`/demo/${path}`));
  frame.unroll();
  for (const [theme, width] of Object.entries(THEMES)) {
    await frame.resize(width);
    await frame.choose(theme);
    await test(`axe finds nothing, ${theme}`, () => hold(frame));
    // An article is drawn anew in another theme, and no state of it stays.
    for (const { name, bring, leave } of statesOf(frame.document)) {
      await bring();
      await frame.rest();
      await test(`axe finds nothing, ${theme}, ${name}`, () => hold(frame));
      await leave();
    }
  }
}

async function hold(frame) {
  const faults = await audit(frame.window);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
