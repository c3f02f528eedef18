/** A page of the demo in, what of it comes on paper tested. */
import { test } from "../harness.js";
import { Frame } from "./frame.js";
import { name } from "./seen.js";
import { media } from "./wishes.js";

const ARTICLE = ".satr-article";
/** What is of no use on paper: what one presses or writes in, and the page's own ways to other pages. */
const OF_THE_SCREEN = `button, input, select, textarea, nav:not(${ARTICLE} *)`;

/** CSS pixels between the margins of a sheet. */
const PAPER = 640;

export async function check(path) {
  const frame = new Frame(PAPER);
  const found = (selector) => [...frame.document.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;

  await test("on paper there is nothing to press", async () => {
    await frame.open(`/demo/${path}`);
    await media("print");
    await frame.rest();
    none(found(OF_THE_SCREEN).filter(isShown));
  });
  if (found(ARTICLE).length > 0) {
    await test("on paper there is the article", () => {
      if (!found(ARTICLE).some(isShown)) throw new Error("it is hidden");
    });
  }
  await media("screen");
}

function none(elements) {
  if (elements.length > 0) throw new Error(elements.map(name).join("\n"));
}
