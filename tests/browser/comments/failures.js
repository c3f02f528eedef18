/** Nothing in, what comes of comments that are not taken tested: nothing is lost, nothing doubled, all is said. */
import { test } from "../harness.js";
import { includes, same, talking, until } from "./mount.js";

const refusal = (status, faults) => () =>
  faults ? Response.json({ faults }, { status }) : new Response("", { status, headers: { "retry-after": "60" } });
const lost = async (_, answer) => {
  await answer();
  throw new TypeError("the answer is lost");
};

/** Writes a comment that is refused, and gives the page as it then is to `body`. */
function refused({ act, says, field }, body = () => {}) {
  return talking({}, async (page, server) => {
    page.type("author", "نگار");
    page.type("text", "سلام");
    const [textarea, status] = [page.field("text"), page.find(".satr-said")];
    server.next.push(act);
    page.send();
    await until(() => page.faults().includes(says), `it says «${says}»`);
    same(page.ids(), "7 6 5", "what is shown");
    same(page.field("text"), textarea, "the field");
    same(`${textarea.value} ${page.field("author").value}`, "سلام نگار", "what is typed");
    same(page.find(".satr-said"), status, "the element that tells");
    same(page.find(".satr-send button").getAttribute("aria-disabled"), null);
    if (field) await until(() => page.focused() === page.field(field), "the field has the focus");
    await body(page, server);
  });
}

export async function checkFailures() {
  for (const [status, faults, says, field] of [
    [403, ["refused"], "از این صفحه نمی‌توان"],
    [403, null, "از این صفحه نمی‌توان"],
    [410, null, "دیگر نظری"],
    [413, null, "بلندتر", "text"],
    [422, ["text-too-long"], "بلندتر", "text"],
    [422, ["email-invalid", "author-too-long"], "بیش از ۶۰", "email"],
    [429, ["too-many"], "پشت سر هم"],
    [429, null, "پشت سر هم"],
    [500, null, "کمی دیگر دوباره بفرستید"],
    [503, ["failed"], "کمی دیگر دوباره بفرستید"],
    [422, ["something new"], "کمی دیگر دوباره بفرستید"],
  ]) {
    await test(`${status} ${faults ?? "without a word"} is said, and the text stays`, () =>
      refused({ act: refusal(status, faults), says, field }));
  }

  await test("an answer that is no JSON is a failure", () =>
    refused({ act: () => new Response("<!doctype html>", { status: 201 }), says: "کمی دیگر دوباره بفرستید" }));

  await test("what has not come is sent again under the same key", () =>
    refused({ act: () => Promise.reject(new TypeError("no network")), says: "کمی دیگر" }, async (page, server) => {
      page.send();
      await until(() => page.told() !== "", "it is taken");
      const [one, other] = server.sent.map(({ key }) => key);
      same(one, other);
      same(page.ids(), "100 7 6 5");
    }));

  await test("a lost answer doubles nothing", () =>
    refused({ act: lost, says: "کمی دیگر" }, async (page, server) => {
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(page.ids(), "100 7 6 5");
      same(server.comments.filter(({ text }) => text === "سلام").length, 1, "how many the server has");
    }));

  await test("what is changed after a lost answer is another comment, and the first is shown", () =>
    refused({ act: lost, says: "کمی دیگر" }, async (page, server) => {
      page.type("text", "سلام!");
      page.send();
      await until(() => page.ids().startsWith("100"), "the first is shown");
      await until(() => page.faults() !== "" && page.field("text").value === "سلام!", "the second is not taken yet");
      page.send();
      await until(() => page.told() !== "", "the second is taken");
      same(page.ids(), "101 100 7 6", "what is shown");
      same(server.comments.filter(({ text }) => text.startsWith("سلام")).length, 2, "how many the server has");
    }));

  await test("without a network it says so", async () => {
    Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
    try {
      await refused({ act: () => Promise.reject(new TypeError("no network")), says: "اینترنت در دسترس نیست" });
    } finally {
      delete navigator.onLine;
    }
  });

  await test("a comment whose parent is gone is no reply any more", () =>
    talking({}, async (page, server) => {
      page.link("6", "reply").click();
      await until(() => page.find(".satr-reply") !== null, "it is a reply");
      page.type("text", "سلام");
      server.comments.splice(server.comments.findIndex(({ id }) => id === "6"), 1);
      server.next.push(refusal(422, ["parent-gone"]));
      page.send();
      await until(() => page.faults().includes("برداشته شده"), "it is said");
      same(page.comment("6"), undefined, "the parent");
      same(page.field("text").value, "سلام");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent.at(-1).parent, "");
    }));

  await test("that more did not come is said until it is asked for again", () =>
    talking({}, async (page, server) => {
      server.next.push(() => new Response("", { status: 404 }));
      page.find(".satr-load[data-comments=more]").click();
      await until(() => page.told().includes("انجام نشد"), "it is said");
      page.find(".satr-load[data-comments=more]").click();
      await until(() => page.ids().startsWith("7 6 5 4"), "more is there");
      same(page.told(), "");
    }));

  await test("an answer that takes too long is a failure, after ten seconds", async () => {
    const { setTimeout } = window;
    await talking({}, async (page, server) => {
      page.type("text", "سلام");
      server.next.push(() => new Promise(() => {}));
      window.setTimeout = (act, time, ...rest) => setTimeout(act, time === 10_000 ? 0 : time, ...rest);
      try {
        page.send();
        await until(() => page.faults() !== "", "it is said");
      } finally {
        window.setTimeout = setTimeout;
      }
      includes(page.faults(), "کمی دیگر");
      same(page.ids(), "7 6 5");
    });
  });
}
