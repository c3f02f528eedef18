/** A site with comments and an engine in, the main line tested: a reply is written, proved, published and voted on. */
import { OF_AN_END, equal, includes, none } from "./hold.mjs";
import { ARTICLE, COMMENTS, thread } from "./place.mjs";

const REPLY = "پاسخی در همین مرورگر نوشته شد.";

/** What the page is told to be able to: it finds its comments, and keeps what happens to it. */
const HANDS = `(() => {
  window.__complaints ??= [];
  window.__told = [];
  const complain = (...words) => window.__complaints.push(words.join(" "));
  Object.assign(console, { error: complain, warn: complain });
  addEventListener("error", ({ message }) => complain("uncaught:", message));
  addEventListener("unhandledrejection", ({ reason }) => complain("unhandled:", reason));
  addEventListener("securitypolicyviolation", ({ blockedURI }) => complain("refused:", blockedURI));
  addEventListener("satr-comment", ({ detail }) => window.__told.push(detail.act + " " + detail.said));
  const element = () => document.querySelector("satr-article").shadowRoot.querySelector("satr-comments");
  const find = (selector, root = element().shadowRoot) => root.querySelector(selector);
  const textOf = (node) => find(":scope > p:not(.satr-by)", node).textContent;
  const comment = (text) =>
    [...element().shadowRoot.querySelectorAll(".satr-comment")].find((node) => textOf(node) === text);
  const button = (text, name) => find(":scope > .satr-acts [value=" + name + "]", comment(text));
  window.__hands = {
    isReady: () => element()?.matches(":defined") && find(".satr-form") !== null && find("[name=answer]") === null,
    first: () => find(".satr-comment > p:not(.satr-by)").textContent,
    has: (text) => comment(text) !== undefined,
    isPending: (text) => comment(text)?.matches(".satr-pending") ?? false,
    reply: (text) => find(":scope > .satr-acts [data-comments=reply]", comment(text)).click(),
    banner: () => find(".satr-reply")?.textContent ?? "",
    write: (text) => {
      const field = find("textarea");
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    },
    send: () => find(".satr-send button").click(),
    said: () => find(".satr-said").textContent,
    faults: () => [...element().shadowRoot.querySelectorAll(".satr-error")].map((node) => node.textContent).join(),
    vote: (text, name) => button(text, name).click(),
    votes: (text) => button(text, "up").textContent + " " + button(text, "up").getAttribute("aria-pressed"),
    told: () => window.__told.join(),
  };
  element().scrollIntoView();
  return true;
})()`;

export async function check(place, test, engine) {
  const { launch } = await import(`../engines/${engine}.mjs`);
  const browser = await launch(place.origin);
  const hand = (name, ...given) =>
    browser.evaluate(`window.__hands.${name}(${given.map((each) => JSON.stringify(each)).join()}) ?? null`);
  const until = async (isSo, what) => {
    for (let left = 600; !(await isSo()); left -= 1) {
      if (left === 0) throw new Error(`expected that ${what}; the form says ${await hand("faults")}`);
      await new Promise((wake) => setTimeout(wake, 50));
    }
  };
  const said = [];
  const open = async () => {
    await browser.open(place.origin + ARTICLE);
    await browser.evaluate(HANDS);
    await until(() => hand("isReady"), "its comments are seen to");
  };
  const leave = async () => said.push(...(await browser.complaints()));

  try {
    await test("a reply is begun, written, proved, sent, and waits", async () => {
      await open();
      equal(await hand("first"), thread(1), "the first comment");
      await hand("reply", thread(2));
      await until(async () => (await hand("banner")) !== "", "there is a banner");
      includes(await hand("banner"), thread(2), "the banner");
      await hand("write", REPLY);
      await hand("send");
      await until(async () => (await hand("told")) === "post held", "it is taken");
      equal(await hand("isPending", REPLY), true, "whether it waits");
      includes(await hand("said"), "پس از بررسی", "what is said");
      const { comments } = await place.ask(COMMENTS);
      equal(comments.some(({ text }) => text === REPLY), false, "whether others see it");
    });

    await test("a moderator's program publishes it, and its writer votes on it", async () => {
      const { comment } = await place.waiting(REPLY);
      await place.ask(`/moderation/comments/${comment.id}`, { act: "approve" });
      await leave();
      await open();
      equal(await hand("isPending", REPLY), false, "whether it waits");
      await hand("vote", REPLY, "up");
      await until(async () => (await hand("told")) === "up nothing", "the vote is taken");
      equal(await hand("votes", REPLY), "موافق ۱ true", "the votes");
    });

    await test("when the program is ended and started again, all is as it was", async () => {
      await leave();
      await place.stop();
      await place.start();
      await open();
      equal(await hand("has", REPLY), true, "whether the reply is there");
      equal(await hand("votes", REPLY), "موافق ۱ true", "the votes");
    });

    await test("the pages stay quiet", async () => {
      await leave();
      none(said.filter((line) => !OF_AN_END.test(line)), "they say");
    });
  } finally {
    await browser.close();
  }
}
