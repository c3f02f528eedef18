/** A browser without scripts in, what its reader does by links and forms alone tested. */
import { visit } from "../engines/chromium.mjs";
import { equal, includes, none } from "./hold.mjs";
import { ARTICLE, REPLIES, THREADS, number, thread } from "./place.mjs";

const NUMBERS = ["دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];

/** The answer to a page's question, as it is typed on a Persian keyboard. */
async function answerOf(form) {
  const question = await form.locator(".satr-field:has([name=answer]) label").textContent();
  const [, one, other] = /حاصل جمع (\S+) و (\S+) چند/.exec(question);
  return number(NUMBERS.indexOf(one) + NUMBERS.indexOf(other) + 4);
}

export const TEXT = "بی هیچ برنامه‌ای نوشته شد.";

/** Tests it, and gives the comment that is then held. */
export async function checkScriptless(browser, { origin }, test) {
  const { page, complaints } = await visit(browser, origin, { javaScriptEnabled: false });
  const texts = () => page.locator(".satr-comment > p:not(.satr-by)").allTextContents();
  const form = page.locator("form.satr-form");
  const go = (control) => Promise.all([page.waitForNavigation(), control.click()]).then(([answer]) => answer);

  await test("without scripts, an article stands there with its comments", async () => {
    await page.goto(origin + ARTICLE);
    equal(await page.locator("h1").textContent(), "باران پاییزی در سمنان", "the headline");
    equal((await texts())[0], thread(1), "the first comment");
    includes(await page.locator(".satr-comments-head h2").textContent(), "۶۷", "the count");
  });

  await test("without scripts, comments are sorted, read on, and threads opened by links", async () => {
    await go(page.getByRole("link", { name: "قدیمی‌ترین" }));
    equal((await texts())[0], thread(THREADS), "the oldest");
    await go(page.getByRole("link", { name: "نظرهای بیشتر" }));
    includes((await texts()).join(" "), thread(1), "the next page");
    await go(page.getByRole("link", { name: `${number(REPLIES - 10)} پاسخ دیگر` }));
    equal((await texts()).length, REPLIES + 1, "how many are in the thread");
  });

  await test("without scripts, a form comes back with its faults and all that was typed", async () => {
    await page.goto(origin + ARTICLE);
    await form.locator("[name=author]").fill("مریم");
    await form.locator("[name=email]").fill("maryam@");
    await form.locator("[name=text]").fill(TEXT);
    await form.locator("[name=answer]").fill("۱");
    const answer = await go(form.locator(".satr-send button"));
    equal(answer.status(), 422, "the status");
    const values = ["author", "email", "text"].map((name) => form.locator(`[name=${name}]`).inputValue());
    equal((await Promise.all(values)).join(), `مریم,maryam@,${TEXT}`, "what was typed");
    equal(await form.locator("[name=email]").getAttribute("aria-invalid"), "true", "whether the address is marked");
    equal(await form.locator("[name=answer]").getAttribute("aria-invalid"), "true", "whether the answer is marked");
  });

  await test("without scripts, a comment is sent with the answer in Persian digits, and seen by its writer", async () => {
    await form.locator("[name=email]").fill("maryam@example.ir");
    await form.locator("[name=answer]").fill(await answerOf(form));
    await go(form.locator(".satr-send button"));
    includes(await page.locator(".satr-said").textContent(), "پس از بررسی", "what is said");
    equal(await page.locator(".satr-pending > p:not(.satr-by)").textContent(), TEXT, "what waits");
    equal(await form.locator("[name=text]").inputValue(), "", "the field");
  });

  await test("without scripts, a vote is given and taken back by the same button", async () => {
    await page.goto(origin + ARTICLE);
    for (const isGiven of ["true", "false"]) {
      const vote = page.locator(".satr-comment:not(.satr-pending)").first().locator("> .satr-acts [value=up]");
      await go(vote);
      equal(await vote.getAttribute("aria-pressed"), isGiven, "whether it is pressed");
    }
  });

  // Chromium writes down each answer that is no success, whoever expects it.
  none(complaints.filter((line) => !/status of 422/.test(line)), "the pages say");
  await page.context().close();
}
