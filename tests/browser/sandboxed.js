/** What a page under a policy tells from a frame that may run scripts and nothing else in, told as this page's own out. */
import { equal } from "./drawn.js";
import { finish, test } from "./harness.js";

let told = { results: [], complaints: [] };
await test(
  "the frame has come to its end",
  async () => {
    told = await new Promise((wake) => addEventListener("message", ({ data }) => wake(data), { once: true }));
    if (told.results.length === 0) throw new Error("it has tested nothing");
  },
  60_000,
);
await test("the frame stays quiet", () => equal(told.complaints, []));
for (const { name, error } of told.results) {
  await test(name, () => {
    if (error !== undefined) throw new Error(error);
  });
}
finish();
