/** Nothing in, what comes of writing a comment tested: checked, shown, sent once, acknowledged. */
import { test } from "../harness.js";
import { click, gate, includes, same, sameList, talking, times, until } from "./mount.js";

export async function checkWriting() {
  await test("a comment is shown at once, sent, acknowledged, and the form is clear", () =>
    talking({}, async (page, server) => {
      const told = [];
      page.element.addEventListener("satr-comment", ({ detail }) => told.push(detail));
      const [status, textarea] = [page.find(".satr-said"), page.field("text")];
      same(getComputedStyle(status).display, "block", "what tells stands there before");
      const slow = gate();
      server.next.push(async (_, answer) => (await slow.opened, answer()));
      page.type("text", "  باران خوبی بود.\n\nسپاس.  ");
      page.type("author", "نگار");
      page.type("email", "negar@example.ir");
      page.send();
      await until(() => page.ids().split(" ").length === 4, "it is shown");
      const shown = page.all(".satr-comment")[0];
      same(shown.matches(".satr-pending"), true, "whether it waits");
      includes(shown.textContent, "باران خوبی بود.سپاس.");
      includes(page.find(".satr-send button").textContent, "در حال فرستادن");
      slow.open();
      await until(() => told.length === 1, "it is told");
      const [{ key, website, anyway, ...rest }] = server.sent;
      same(/^[\w-]{8,64}$/.test(key), true, "whether the key is one");
      same(`${website}|${anyway}`, "|false");
      sameList(rest, { author: "نگار", email: "negar@example.ir", text: "باران خوبی بود.\n\nسپاس.", parent: "" }, "what was sent");
      same(page.ids(), "100 7 6 5");
      includes(page.told(), "پس از بررسی");
      same(page.field("text").value, "");
      same(page.field("author").value, "نگار", "the name");
      same(page.find(".satr-said"), status, "the element that tells");
      same(page.field("text"), textarea, "the field");
      same(`${told[0].act} ${told[0].comment.id} ${told[0].said}`, "post 100 held");
      same(sessionStorage.length, 0, "how many drafts are kept");
    }));

  await test("one that is published at once counts", () =>
    talking({ moderated: false }, async (page) => {
      page.type("text", "سلام");
      page.send();
      await until(() => page.told().includes("منتشر شد"), "it is told");
      same(page.comment("100").matches(".satr-pending"), false, "whether it waits");
      includes(page.find("h2").textContent, "۱۵");
    }));

  await test("in the oldest order it stands last", () =>
    talking({}, async (page) => {
      click(page.all(".satr-sort a")[1]);
      await until(() => page.ids().startsWith("1"), "the order is there");
      page.type("text", "سلام");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(page.ids(), "1 2 3 3-1 3-2 100");
    }));

  await test("a double submission sends one", () =>
    talking({}, async (page, server) => {
      page.type("text", "سلام");
      page.send();
      page.send();
      page.find(".satr-form").requestSubmit();
      await until(() => page.told() !== "", "it is taken");
      page.send();
      await until(() => page.faults() !== "", "nothing is refused");
      same(server.sent.length, 1, "how many were sent");
    }));

  await test("what is written next is another", () =>
    talking({}, async (page, server) => {
      for (const text of ["یکم", "یکم"]) {
        page.type("text", text);
        page.send();
        const count = server.sent.length + 1;
        await until(() => server.sent.length === count && page.field("text").value === "", "it is taken");
      }
      const [one, other] = server.sent.map(({ key }) => key);
      same(one === other, false, "whether both have one key");
      same(page.ids(), "101 100 7 6 5");
    }));

  for (const { what, text = "سلام", author = "", email = "", says, field = "text" } of [
    { what: "nothing", text: " \n\u200c ", says: "چیزی ننوشته‌اید" },
    { what: "too much", text: "س".repeat(101), says: "بلندتر" },
    { what: "a long name", author: "ن".repeat(61), says: "بیش از ۶۰", field: "author" },
    { what: "half an address", email: "negar@", says: "نشانی کامل نیست", field: "email" },
  ]) {
    await test(`${what} is refused before it is sent, beside its field, which has the focus`, () =>
      talking({}, async (page, server) => {
        page.type("author", author);
        page.type("email", email);
        page.type("text", text);
        page.send();
        await until(() => page.faults().includes(says), `it says «${says}»`);
        same(page.field(field).getAttribute("aria-invalid"), "true");
        await until(() => page.focused() === page.field(field), "the field has the focus");
        same(page.field("text").value, text);
        same(server.sent.length, 0, "how many were sent");
      }));
  }

  for (const isOld of [false, true]) {
    await test(`signs are counted as readers see them, joiners are not${isOld ? ", also by an older browser" : ""}`, async () => {
      const { Segmenter } = Intl;
      if (isOld) Intl.Segmenter = undefined;
      try {
        await talking({ limit: 10 }, async (page, server) => {
          page.type("text", "می\u200cخ\u064eواهم👨‍👩‍👧✌🏽!!");
          page.send();
          await until(() => page.faults().includes("بلندتر"), "eleven are too many");
          page.type("text", "می\u200cخ\u064eواهم👨‍👩‍👧✌🏽!");
          page.send();
          await until(() => page.told() !== "", "ten are taken");
          same(server.sent.length, 1);
        });
      } finally {
        Intl.Segmenter = Segmenter;
      }
    });
  }

  await test("how long it is is told near the limit", () =>
    talking({}, async (page) => {
      const hint = () => page.field("text").parentNode.querySelector("label").textContent;
      const before = hint();
      page.type("text", "س".repeat(79));
      same(hint(), before);
      page.type("text", "س".repeat(85));
      includes(hint(), "(۸۵ از ۱۰۰)");
      page.type("text", "س".repeat(101));
      page.send();
      await until(() => page.faults() !== "", "it is refused");
      includes(hint(), "(۱۰۱ از ۱۰۰)");
      page.type("text", "س");
      same(hint(), before);
    }));

  await test("an address may be typed in Persian and Arabic digits", () =>
    talking({}, async (page, server) => {
      page.type("text", "سلام");
      page.type("email", " negar۱۲٣@example.ir ");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent[0].email, "negar123@example.ir");
    }));

  await test("what is not Persian is asked about once, and taken if it is sent again", () =>
    talking({}, async (page, server) => {
      page.type("text", "salam be hame");
      page.send();
      page.send();
      await until(() => page.faults().includes("فارسی نیست"), "it is asked about");
      same(server.sent.length, 0, "how often it was sent");
      same(page.ids(), "7 6 5", "what is shown");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent.map(({ anyway }) => anyway).join(), "true");
    }));

  await test("what the server alone finds not Persian is asked about as well", () =>
    talking({}, async (page, server) => {
      page.type("text", "سلام");
      server.next.push(() => Response.json({ faults: ["not-persian"] }, { status: 422 }));
      page.send();
      await until(() => page.faults().includes("فارسی نیست"), "it is asked about");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent.map(({ anyway }) => anyway).join(), "false,true");
    }));

  await test("a reply says whom it answers, can be left, and stands in its thread", () =>
    talking({ threads: 3 }, async (page, server) => {
      const textarea = page.field("text");
      page.type("text", "نیمه‌کاره");
      click(page.link("3-1", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it says so");
      includes(page.find(".satr-reply").textContent, "خوانندهٔ 3-1".replace("3-1", "۳-۱"));
      await until(() => page.focused() === page.field("text"), "the field has the focus");
      same(page.field("text"), textarea, "the field");
      same(textarea.value, "نیمه‌کاره");
      textarea.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
      await until(() => page.find(".satr-reply") === null, "it is left");
      await until(() => page.focused() === page.link("3-1", "reply"), "the link has the focus");
      click(page.link("3", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it says so");
      click(page.find("[data-comments=cancel]"));
      await until(() => page.focused() === page.link("3", "reply"), "the link has the focus");
      same(page.find(".satr-reply"), null);
      click(page.link("3-1", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it says so");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent[0].parent, "3-1");
      same(page.ids(), "3 3-1 3-2 100 2 1");
      same(page.find(".satr-reply"), null);
    }));

  await test("the page may keep a comment from being sent, and sees what it is", () =>
    talking({}, async (page, server) => {
      let asked;
      page.element.addEventListener("satr-act", (event) => {
        asked = event.detail;
        event.preventDefault();
      });
      page.type("text", "سلام");
      page.send();
      await until(() => asked !== undefined, "the page is asked");
      sameList(asked, { act: "post", comment: { author: "", email: "", text: "سلام", parent: "" } });
      await new Promise((resolve) => setTimeout(resolve, 20));
      same(times(server, "POST "), 0);
      same(page.field("text").value, "سلام");
    }));
}
