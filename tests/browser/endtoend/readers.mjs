/** A site with comments in, all that readers and moderators do there tested, by clicks and keys in Chromium. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { start, visit } from "../engines/chromium.mjs";
import { OF_AN_END, equal, includes, none } from "./hold.mjs";
import { ARTICLE, COMMENTS, REPLIES, THREADS, TOKEN, thread } from "./place.mjs";
import { TEXT as SCRIPTLESS, checkScriptless } from "./scriptless.mjs";

const AXE = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const REPLY = "پاسخی که خواننده با کلید نوشت.";
const FOREIGN = "what a nice rain this was";

/** What Chromium says of a page that asks who one is, and of the field for that. */
const OF_A_LOGIN = /status of 401|\[DOM\] Password forms should have/;

const heard = ({ complaints }) => complaints.filter((line) => !OF_AN_END.test(line));

/** A reader with a browser of their own; what they are told of is kept in `told`. */
async function reader(browser, place) {
  const { page, complaints } = await visit(browser, place.origin);
  const told = [];
  await page.exposeBinding("__tell", (_, event) => void told.push(event));
  await page.addInitScript(() => {
    addEventListener("satr-comment", ({ detail: { act, said } }) => window.__tell({ act, said }));
    addEventListener("securitypolicyviolation", (event) => console.error(`refused: ${event.blockedURI}`));
  });
  const element = page.locator("satr-comments");
  return {
    page,
    complaints,
    told,
    isTold: (count) => until(() => told.length >= count, `event ${count}`),
    element,
    form: element.locator(".satr-form"),
    comment: (text) => element.locator(".satr-comment").filter({ has: page.locator(`> p:text-is("${text}")`) }),
    texts: () => element.locator(".satr-comment > p:not(.satr-by)").allTextContents(),
    /** Goes to the article, and waits for its comments to be seen to. */
    async open(hash = "") {
      const isReady = page.waitForResponse((answer) => new URL(answer.url()).pathname === COMMENTS);
      await page.goto("about:blank");
      await page.goto(`${place.origin}${ARTICLE}${hash}`);
      // Whoever has gone on is not called back to what the address names.
      if (!hash) await element.scrollIntoViewIfNeeded();
      await isReady;
      await page.waitForFunction(() => {
        const article = document.querySelector("satr-article");
        const comments = article?.shadowRoot.querySelector("satr-comments") ?? document.querySelector("satr-comments");
        return comments?.matches(":defined") && comments.shadowRoot.querySelector(".satr-form [name=answer]") === null;
      });
    },
  };
}

async function until(isSo, what) {
  for (let left = 1000; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error(`expected that ${what}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

const isFocused = (node) => node.getRootNode().activeElement === node;
const act = (comment, name) => comment.locator(`> .satr-acts [value=${name}]`);
const counted = async (comment) =>
  Promise.all(["up", "down"].map((name) => act(comment, name).textContent())).then((texts) => texts.join());

export async function check(place, test) {
  const browser = await start();
  try {
    await checkScriptless(browser, place, test);
    const [writer, other] = [await reader(browser, place), await reader(browser, place)];
    await checkReading(writer, place, test);
    await checkWriting(writer, other, test);
    await checkModerating(browser, place, test);
    await checkVoting(writer, other, place, test);
    await checkEnd(writer, place, test);
    await test("the pages stay quiet", () => none([...heard(writer), ...heard(other)], "they say"));
  } finally {
    await browser.close();
  }
}

async function checkReading(writer, place, test) {
  const { page, element, texts } = writer;

  await test("what the server has drawn is read before a script comes, and taken as it is", async () => {
    let letGo;
    await page.route("**/satr/element.js", async (route) => {
      await new Promise((wake) => (letGo = wake));
      await route.continue();
    });
    await page.goto(place.origin + ARTICLE, { waitUntil: "commit" });
    const first = element.locator(".satr-comment").first();
    await first.waitFor();
    await first.evaluate((node) => (node.isKept = true));
    await until(() => letGo !== undefined, "the script is asked for");
    letGo();
    await element.scrollIntoViewIfNeeded();
    await element.locator(".satr-form:not(:has([name=answer]))").waitFor();
    equal(await first.evaluate((node) => node.isKept), true, "whether it is the same");
    await page.unroute("**/satr/element.js");
  });

  await test("an article that is drawn anew leaves its comments where they are at home", async () => {
    const count = await page.evaluate(async () => {
      const article = document.querySelector("satr-article");
      const ready = new Promise((wake) => article.addEventListener("satr-ready", wake, { once: true }));
      article.reload();
      await ready;
      return article.shadowRoot.querySelectorAll(".satr-comments").length;
    });
    equal(count, 0, "how many lists of comments stand in the article itself");
    equal((await texts())[0], thread(1), "the first comment");
  });

  await test("comments are sorted, read on, and threads opened where they stand", async () => {
    await element.getByRole("link", { name: "قدیمی‌ترین" }).click();
    await until(async () => (await texts())[0] === thread(THREADS), "the oldest is first");
    await element.getByRole("link", { name: "تازه‌ترین" }).click();
    await until(async () => (await texts())[0] === thread(1), "the newest is first");
    await element.getByRole("link", { name: "نظرهای بیشتر" }).click();
    await until(async () => (await texts()).includes(thread(THREADS)), "the oldest is there");
    await element.getByRole("link", { name: "پاسخ دیگر" }).click();
    await until(async () => (await texts()).length === THREADS + REPLIES, "all are there");
  });
}

async function checkWriting(writer, other, test) {
  const { page, element, form, comment, texts, told } = writer;
  const text = form.locator("textarea");
  const banner = form.locator(".satr-reply");
  const reply = comment(thread(2)).locator("> .satr-acts [data-comments=reply]");

  await test("a reply begins with whom it answers, and is let go of by its link and by Escape", async () => {
    for (const cancel of [() => banner.locator("[data-comments=cancel]").click(), () => page.keyboard.press("Escape")]) {
      await reply.click();
      await banner.waitFor();
      includes(await banner.textContent(), "خوانندهٔ t2", "the banner");
      includes(await banner.textContent(), thread(2), "the banner");
      equal(await text.evaluate(isFocused), true, "whether the text has the focus");
      await cancel();
      await banner.waitFor({ state: "detached" });
    }
  });

  await test("with a banner and faults nothing stands in the way of anybody", async () => {
    await reply.click();
    await form.locator("[name=email]").fill("nobody@");
    await form.locator(".satr-send button").click();
    await form.locator(".satr-error").first().waitFor();
    await banner.waitFor();
    none(heard(writer), "the page says");
    await page.evaluate(await readFile(AXE, "utf8"));
    const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), TAGS);
    const places = (nodes) => nodes.map(({ target }) => target.join(" ")).join();
    none(violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`), "axe says");
    writer.complaints.length = 0; // axe-core tries styles that the page's policy refuses
    await form.locator("[name=email]").fill("");
  });

  await test("what is being written outlives a reload", async () => {
    await text.fill("");
    await text.pressSequentially(REPLY);
    await form.locator("[name=author]").fill("نگار");
    await writer.open();
    await until(async () => (await text.inputValue()) === REPLY, "the text is there");
    equal(await form.locator("[name=author]").inputValue(), "نگار", "the name");
    includes(await banner.textContent(), "خوانندهٔ t2", "the banner");
  });

  await test("a reply is proved, sent, shown to its writer and to nobody else", async () => {
    const asked = page.waitForRequest((request) => request.url().endsWith(`${COMMENTS}/captcha`));
    await page.evaluate(() => {
      window.__long = [];
      const note = (list) => window.__long.push(...list.getEntries().map(({ duration }) => duration));
      new PerformanceObserver(note).observe({ type: "longtask" });
    });
    await text.click();
    await asked;
    await text.press("End");
    await text.pressSequentially("۱");
    await text.press("Backspace");
    await form.locator(".satr-send button").click();
    await writer.isTold(1);
    none(await page.evaluate(() => window.__long), "the page was held up for, in ms");
    equal(`${told[0].act} ${told[0].said}`, "post held", "the event");
    await element.locator(".satr-pending").waitFor();
    equal(await element.locator(".satr-pending > p:not(.satr-by)").textContent(), REPLY, "what waits");
    includes(await form.locator(".satr-said").textContent(), "پس از بررسی", "what is said");
    equal(await text.inputValue(), "", "the field");
    equal(await banner.count(), 0, "how many banners are left");
    await other.open();
    equal((await other.texts()).includes(REPLY), false, "whether another sees it");
  });

  await test("a text that is not Persian is warned of, and taken at the second try", async () => {
    await text.fill(FOREIGN);
    await form.locator(".satr-send button").click();
    await form.locator("[name=anyway]").waitFor({ state: "attached" });
    includes(await form.locator(".satr-error").allTextContents(), "فارسی", "the warning");
    equal(told.length, 1, "how many were taken");
    await form.locator(".satr-send button").click();
    await writer.isTold(2);
    equal((await texts()).includes(FOREIGN), true, "whether it is shown");
  });
}

async function checkModerating(browser, { origin }, test) {
  const { page, complaints } = await visit(browser, origin);

  await test("a moderator logs in and publishes what waits", async () => {
    await page.goto(`${origin}/moderation`);
    await page.locator("[name=token]").fill(TOKEN);
    await page.keyboard.press("Enter");
    for (const text of [SCRIPTLESS, REPLY, FOREIGN]) {
      const entry = page.locator(".satr-comment").filter({ hasText: text });
      await entry.getByRole("button", { name: "تأیید" }).click();
      await entry.waitFor({ state: "detached" });
    }
    equal(await page.getByRole("button", { name: "تأیید" }).count(), 0, "how many wait");
    none(complaints.filter((line) => !OF_A_LOGIN.test(line)), "the page says");
  });
  await page.context().close();
}

async function checkVoting(writer, other, place, test) {
  const [own, others] = [writer.comment(REPLY), other.comment(REPLY)];

  await test("what is published is seen by all", async () => {
    await other.open();
    await others.waitFor();
    await writer.open();
    equal(await own.evaluate((node) => node.matches(".satr-pending")), false, "whether it waits for its writer");
    equal((await other.texts()).includes(SCRIPTLESS), true, "whether the one without scripts is there");
  });

  await test("two readers vote, change it, and take it back", async () => {
    const { told } = other;
    await act(own, "up").click();
    await writer.isTold(3);
    await other.open();
    for (const [name, counts] of [
      ["up", "موافق ۲,مخالف ۰"],
      ["down", "موافق ۱,مخالف ۱"],
      ["down", "موافق ۱,مخالف ۰"],
      ["up", "موافق ۲,مخالف ۰"],
    ]) {
      const count = told.length + 1;
      await act(others, name).click();
      await other.isTold(count);
      await until(async () => (await counted(others)) === counts, `the counts are ${counts}`);
    }
    equal(told.map(({ act }) => act).join(), "up,down,none,up", "the events");
  });

  await test("a report comes before the moderator", async () => {
    await act(others, "report").click();
    await until(() => other.told.at(-1).act === "report", "it is told");
    const { reports } = await place.waiting(REPLY);
    equal(reports, 1, "how many reports");
  });
}

async function checkEnd(writer, place, test) {
  const { comment } = writer;

  await test("an address leads to a comment of another page", async () => {
    const text = thread(THREADS);
    const { comments } = await place.ask(`${COMMENTS}?sort=oldest`);
    const { id } = comments.find((each) => each.text === text);
    await writer.open(`#comment-${id}`);
    await comment(text).waitFor();
    await until(() => comment(text).evaluate(isFocused), "it has the focus");
    const isSeen = ({ top, bottom }, height) => bottom > 0 && top < height;
    const [box, height] = await comment(text).evaluate((node) => [node.getBoundingClientRect().toJSON(), innerHeight]);
    equal(isSeen(box, height), true, "whether it is seen");
  });

  await test("when the program is ended and started again, all is as it was", async () => {
    await place.stop();
    await place.start();
    await writer.open();
    const own = comment(REPLY);
    await own.waitFor();
    equal(await counted(own), "موافق ۲,مخالف ۰", "the counts");
    equal(await act(own, "up").getAttribute("aria-pressed"), "true", "whether the vote is there");
    includes(await writer.element.locator(".satr-comments-head h2").textContent(), "۷۰", "the count");
  });
}
