/** The demo's page of repair in, what a reader sees and does there tested. */
import { finish, test } from "./harness.js";
import { normalize } from "/satr/text.js";

const frame = document.querySelector("iframe");
const find = (selector) => frame.contentDocument.querySelector(selector);
const all = (selector) => [...frame.contentDocument.querySelectorAll(selector)];
const shown = () => all("#mended > p").map(({ textContent }) => textContent).join("\n");

await test("a sample is shown as the package mends it", async () => {
  await until(() => find('#samples > [value="damaged"]') !== null && frame.contentDocument.readyState === "complete");
  const { document: page } = frame.contentWindow;
  await page.fonts.ready;
  find('#samples > [value="damaged"]').click();
  await until(() => all(".word").length > 0);
  const { text, edits } = await normalize(find("#given").value);
  equal(shown(), text);
  if (edits.length < 50) throw new Error(`the sample shows ${edits.length} edits`);
});

await test("letters join over the marks", () => {
  for (const word of all(".word")) {
    const bare = word.cloneNode();
    bare.textContent = word.textContent;
    const [marked, joined] = [word, bare].map((element) => widthIn(word.parentElement, element));
    if (Math.abs(marked - joined) > 1)
      throw new Error(`«${word.textContent}» is ${marked} px wide with its marks, ${joined} without`);
  }
});

await test("every edit has its reason, and its way back", () => {
  const given = find("#given").value;
  for (const word of all(".word")) {
    word.click();
    if (word.ariaExpanded !== "true" || find("#note").hidden) throw new Error(`«${word.textContent}» did not open`);
    for (const part of all("#note :is(b, .change > span)"))
      if (part.textContent === "") throw new Error(`«${word.textContent}» has an edit that is not told`);
    const own = () => all("#note .change > button").filter(({ ariaLabel }) => !ariaLabel.includes("قاعده"));
    for (let edit = 0; edit < own().length; edit += 1) own()[edit].click();
  }
  equal(shown(), given);
});

await test("a rule that is switched off edits nothing", async () => {
  find('[name="letters"]').click();
  const { text } = await normalize(find("#given").value, { rules: { letters: false } });
  await until(() => all(".word").length > 0 && all("#rules small")[0].textContent === "");
  // What was taken back stays so.
  equal(shown(), find("#given").value);
  if (text === shown()) throw new Error("nothing else was edited");
});

finish();

/** The width of an element as it lies alone on a line. */
function widthIn(parent, element) {
  const line = parent.cloneNode();
  line.append(element.cloneNode(true));
  parent.after(line);
  const { width } = line.firstChild.getBoundingClientRect();
  line.remove();
  return width;
}

async function until(holds) {
  while (!holds()) await new Promise((wake) => setTimeout(wake, 20));
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`came\n${actual}\nexpected\n${expected}`);
}
