/** The tag of comments and what is loaded for it in, what their readers are owed tested; harness.js tells the outcome. */
import { checkFailures } from "./comments/failures.js";
import { checkProofs } from "./comments/proofs.js";
import { checkReading } from "./comments/reading.js";
import { checkTag } from "./comments/tag.js";
import { checkTyping } from "./comments/typing.js";
import { checkVoting } from "./comments/voting.js";
import { checkWriting } from "./comments/writing.js";
import { finish, test } from "./harness.js";

let isThere = false;
await test("the element is defined", async () => {
  await import("/satr/element.js");
  isThere = customElements.get("satr-comments") !== undefined;
  if (!isThere) throw new Error("it is not");
});
if (isThere) {
  await checkReading();
  await checkVoting();
  await checkWriting();
  await checkFailures();
  await checkTyping();
  await checkProofs();
  await checkTag();
}
finish();
