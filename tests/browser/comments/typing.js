/** Nothing in, what is kept of what a reader types tested: over drawings, over a reload, while a word is composed. */
import { test } from "../harness.js";
import { click, pressed, same, talking, until } from "./mount.js";
import { serving } from "./server.js";

export async function checkTyping() {
  await test("text, focus and selection survive whatever is drawn anew", () =>
    talking({}, async (page, _, element) => {
      const textarea = page.field("text");
      page.type("text", "باران");
      textarea.setSelectionRange(1, 3, "backward");
      click(page.act("7", "up"));
      await until(() => pressed(page.act("7", "up")) === "true ۵", "a vote is shown");
      element.setAttribute("numerals", "latin");
      await until(() => pressed(page.act("7", "up")) === "true 5", "the digits are others");
      element.reload();
      await new Promise((resolve) => element.addEventListener("satr-ready", resolve, { once: true }));
      click(page.find("[data-comments=more]"));
      await until(() => page.ids().includes("4"), "more are there");
      same(page.field("text"), textarea, "the field");
      same(textarea.value, "باران");
      same(`${textarea.selectionStart} ${textarea.selectionEnd} ${textarea.selectionDirection}`, "1 3 backward");
    }));

  await test("who writes while an order changes goes on writing", () =>
    talking({}, async (page) => {
      page.type("text", "باران");
      const textarea = page.field("text");
      click(page.all(".satr-sort a")[1]);
      await until(() => page.ids().startsWith("1"), "the order is there");
      same(page.focused(), textarea, "what has the focus");
      same(textarea.value, "باران");
    }));

  await test("nothing is drawn while a word is being composed", () =>
    talking({}, async (page) => {
      const textarea = page.field("text");
      textarea.focus();
      textarea.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true }));
      click(page.act("7", "up"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      same(pressed(page.act("7", "up")), "false ۴", "what is shown meanwhile");
      textarea.value = "کلمه";
      textarea.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, composed: true }));
      await until(() => pressed(page.act("7", "up")) === "true ۵", "it is shown");
      same(textarea.value, "کلمه");
    }));

  await test("who is taken out of the page amid a word keeps nothing waiting", () =>
    talking({}, async (page, _, element) => {
      const form = page.find(".satr-form");
      page.field("text").dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true }));
      form.remove();
      element.setAttribute("numerals", "latin");
      await until(() => pressed(page.act("7", "up")) === "false 4", "it is drawn");
    }));

  await test("Escape of whoever composes a word leaves the reply be", () =>
    talking({}, async (page) => {
      click(page.link("7", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it is a reply");
      const escape = new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, composed: true });
      page.field("text").dispatchEvent(escape);
      await new Promise((resolve) => setTimeout(resolve, 20));
      same(page.find(".satr-reply") !== null, true, "whether it is a reply");
    }));

  await test("what is typed is there again after a reload, and the same key with it", () =>
    talking({}, async (page, server, element) => {
      click(page.link("6", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it is a reply");
      page.type("author", "نگار");
      page.type("text", "نیمه‌کاره");
      server.next.push(() => Promise.reject(new TypeError("no network")));
      page.send();
      await until(() => page.faults() !== "", "it fails");
      const again = document.createElement("satr-comments");
      again.setAttribute("src", element.getAttribute("src"));
      element.replaceWith(again);
      await new Promise((resolve) => again.addEventListener("satr-ready", resolve, { once: true }));
      try {
        const { pageOf } = await import("./mount.js");
        const fresh = pageOf(again);
        same(`${fresh.field("text").value} ${fresh.field("author").value}`, "نیمه‌کاره نگار");
        same(fresh.find(".satr-reply") !== null, true, "whether it is a reply");
        fresh.send();
        await until(() => fresh.told() !== "", "it is taken");
        const [one, other] = server.sent.map(({ key }) => key);
        same(one, other, "the key");
        same(sessionStorage.length, 0, "how many drafts are kept");
      } finally {
        again.remove();
      }
    }));

  await test("a page that is denied its storage is no worse off", async () => {
    const { getItem, setItem, removeItem } = Storage.prototype;
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.assign(Storage.prototype, { getItem: denied, setItem: denied, removeItem: denied });
    try {
      await talking({ denied: true }, async (page) => {
        page.type("text", "سلام");
        page.send();
        await until(() => page.told() !== "", "it is taken");
      });
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem, removeItem });
    }
  });

  await test("what is typed before the data has come is kept", () =>
    talking({}, async (page, server) => {
      const { pageOf } = await import("./mount.js");
      const element = document.createElement("satr-comments");
      element.attachShadow({ mode: "open" }).append(page.find(".satr").cloneNode(true));
      for (const draft of element.shadowRoot.querySelectorAll("[name=text]")) draft.value = "از پیش";
      await serving([server], async () => {
        element.src = server.home;
        document.body.prepend(element);
        await new Promise((resolve) => element.addEventListener("satr-ready", resolve, { once: true }));
        try {
          same(pageOf(element).field("text").value, "از پیش");
        } finally {
          element.remove();
        }
      });
    }));
}
