/** The sheet of the package and the one it was made from in, that a browser reads the same in both tested. */
import { test } from "./harness.js";

export async function checkSheet() {
  await test("the sheet says what its source says, rule by rule", async () => {
    const [packed, source] = await Promise.all([rules("/satr/satr.css"), rules("/source/satr.css")]);
    for (const [index, rule] of source.entries())
      if (packed[index] !== rule) throw new Error(`the source says\n${rule}\nthe package says\n${packed[index]}`);
    if (packed.length !== source.length) throw new Error(`the package says more: ${packed[source.length]}`);
  });
}

/** Each rule as the browser writes it; what it keeps as it came may differ in spaces, zeros and quotes of a name. */
async function rules(address) {
  const sheet = new CSSStyleSheet();
  await sheet.replace(await (await fetch(address)).text());
  if (sheet.cssRules.length === 0) throw new Error(`${address} has no rules`);
  return [...sheet.cssRules].map(({ cssText }) =>
    cssText
      .replaceAll(/\s+/g, " ")
      .replaceAll(", ", ",")
      .replaceAll(/\b0\./g, ".")
      .replaceAll(/font-family: "([^"]+)"/g, "font-family: $1"),
  );
}
