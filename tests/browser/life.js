/** The package in, what a page that lives on is owed tested: updates, slices, its end; harness.js tells the outcome. */
import { finish, test } from "./harness.js";
import { checkUpdate } from "./update.js";
import { checkSlices, checkViews } from "./view.js";

let satr;
let articles = [];
await test("the package loads, and the cases", async () => {
  const cases = await (await fetch("/cases/index.json")).json();
  const load = async ({ name }) => (await fetch(`/cases/${encodeURIComponent(name)}/input.json`)).text();
  articles = (await Promise.all(cases.map(load))).flatMap(read);
  satr = await import("/satr/index.js");
});
if (satr !== undefined) {
  await checkViews(satr);
  await checkSlices(satr);
  await checkUpdate(satr, articles);
}
finish();

/** Some cases are no JSON, to be refused. */
function read(text) {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
