/** The element in, what a page that uses it is owed tested; harness.js tells the outcome. */
import { finish, test } from "./harness.js";
import { checkLife } from "./tag/life.js";
import { checkLinks } from "./tag/links.js";
import { checkLooks } from "./tag/looks.js";
import { checkManifest } from "./tag/manifest.js";
import { checkSources } from "./tag/sources.js";
import { checkStates } from "./tag/states.js";
import { checkTurns } from "./tag/turns.js";

let isThere = false;
await test("the element is defined", async () => {
  await import("/satr/element.js");
  isThere = customElements.get("satr-article") !== undefined;
  if (!isThere) throw new Error("it is not");
});
if (isThere) {
  await checkSources();
  await checkStates();
  await checkLife();
  await checkTurns();
  await checkLinks();
  await checkLooks();
  await checkManifest();
}
finish();
