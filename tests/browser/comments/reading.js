/** Nothing in, what comes of reading comments tested: orders, more of them, threads, addresses. */
import { test } from "../harness.js";
import { click, gate, includes, same, talking, times, until } from "./mount.js";

export async function checkReading() {
  await test("asked for once more, they stay in their order", () =>
    talking({}, async (page, server, element) => {
      click(page.all(".satr-sort a")[1]);
      await until(() => page.ids().startsWith("1"), "the order is there");
      server.comments.unshift({ ...server.comments[0], id: "0" });
      element.reload();
      await until(() => page.comment("0") !== undefined, "what is new is there");
      same(page.ids().split(" ")[0], "0");
    }));

  await test("comments are drawn, with all that can be done to them", () =>
    talking({}, (page, server) => {
      same(page.ids(), "7 6 5");
      same(page.find("h2").textContent.slice(0, 2), "۱۴", "how many are told");
      same(page.find("[aria-current=true]").textContent, "تازه‌ترین");
      same(page.act("7", "up").textContent, "موافق ۴");
      same(page.field("text").localName, "textarea");
      same(server.asked.join(), "GET ", "what was asked");
    }));

  await test("another order is shown in the place of the first, and the focus stays on its link", () =>
    talking({}, async (page, server) => {
      const form = page.find(".satr-form");
      const link = page.all(".satr-sort a").find(({ href }) => href.endsWith("oldest"));
      link.focus();
      click(link);
      await until(() => page.ids() === "1 2 3 3-1 3-2", "the first comments are first");
      same(page.find("[aria-current=true]").textContent, "قدیمی‌ترین");
      same(server.asked.at(-1), "GET ?sort=oldest");
      same(page.find(".satr-form"), form, "the form");
      includes(page.focused()?.href ?? "", "sort=oldest", "what has the focus");
    }));

  await test("of two orders the last asked for is shown, whichever comes first", () =>
    talking({}, async (page, server) => {
      const slow = gate();
      server.next.push(async (_, answer) => (await slow.opened, answer()));
      const [newest, oldest] = page.all(".satr-sort a");
      click(oldest);
      click(newest);
      await until(() => server.asked.length === 3, "both are asked for");
      slow.open();
      await new Promise((resolve) => setTimeout(resolve, 50));
      same(page.ids(), "7 6 5");
    }));

  await test("more comments come behind those there are, none twice, and the focus goes to the first of them", () =>
    talking({}, async (page, server) => {
      const first = page.comment("7");
      server.comments.push({ ...server.comments[0], id: "8" }); // written meanwhile: the page begins one earlier
      click(page.find("[data-comments=more]"));
      await until(() => page.ids().startsWith("7 6 5 4 3"), "more are there");
      same(page.ids(), "7 6 5 4 3 3-1 3-2");
      same(page.comment("7"), first, "the first");
      same(page.focused(), page.comment("4"), "what has the focus");
      click(page.find("[data-comments=more]"));
      await until(() => page.find("[data-comments=more]") === null, "there are no more");
      same(page.ids(), "7 6 5 4 3 3-1 3-2 2 1");
    }));

  await test("a double click asks for more once", () =>
    talking({}, async (page, server) => {
      const link = page.find("[data-comments=more]");
      click(link);
      click(link);
      await until(() => page.ids().includes("4"), "more are there");
      same(times(server, "GET ?sort=newest&after=3"), 1);
    }));

  await test("the rest of a thread comes where it belongs, page by page", () =>
    talking({ threads: 3 }, async (page) => {
      same(page.ids(), "3 3-1 3-2 2 1");
      includes(page.link("3", "thread").textContent, "۵ پاسخ");
      click(page.link("3", "thread"));
      await until(() => page.ids() === "3 3-1 3-2 3-3 3-4 2 1", "the next are there");
      same(page.focused(), page.comment("3-3"), "what has the focus");
      includes(page.link("3", "thread").textContent, "۳ پاسخ");
      click(page.link("3", "thread"));
      await until(() => page.ids() === "3 3-1 3-2 3-3 3-4 3-5 3-6 3-7 2 1", "all are there");
      same(page.link("3", "thread"), null, "what leads to more");
    }));

  await test("a comment that the page's address names is fetched, shown and focused", async () => {
    history.replaceState(null, "", "#satr-1-comment-1");
    try {
      await talking({}, async (page, server) => {
        await until(() => page.comment("1") !== undefined, "it is there");
        same(server.asked.at(-1), "GET ?thread=1");
        await until(() => page.focused() === page.comment("1"), "it has the focus");
        location.hash = "#satr-1-comment-3-6";
        await until(() => page.focused() === page.comment("3-6"), "another has the focus");
        same(page.ids(), "7 6 5 1 3 3-1 3-2 3-3 3-4 3-5 3-6 3-7");
        const asked = server.asked.length;
        location.hash = "#satr-1-comment-99";
        await until(() => server.asked.length > asked, "it is asked for");
        await new Promise((resolve) => setTimeout(resolve, 50));
        same(page.told(), "", "what is said of one that is nowhere");
      });
    } finally {
      history.replaceState(null, "", location.pathname);
    }
  });

  await test("after all comments were asked for anew, a thread goes on from where it then ends", () =>
    talking({ threads: 3 }, async (page, _, element) => {
      click(page.link("3", "thread"));
      await until(() => page.ids().includes("3-4"), "the next are there");
      element.reload();
      await until(() => page.ids() === "3 3-1 3-2 2 1", "it is as it was");
      click(page.link("3", "thread"));
      await until(() => page.ids() === "3 3-1 3-2 3-3 3-4 2 1", "the next are there");
    }));

  await test("ids may be numbers", () =>
    talking({ before: (_, server) => server.comments.forEach((comment) => (comment.id = Number(comment.id) || comment.id)) }, async (page, server) => {
      server.answer = ((answer) => (request) => {
        if (request.method === "GET") return answer(request);
        return Response.json({ comment: { id: 12, text: request.body.text }, said: "published" }, { status: 201 });
      })(server.answer);
      click(page.link("7", "reply"));
      await until(() => page.find(".satr-reply") !== null, "it is a reply");
      page.type("text", "سلام");
      page.send();
      await until(() => page.comment("12") !== undefined, "it is taken");
      click(page.find("[data-comments=more]"));
      await until(() => page.comment("4") !== undefined, "more are there");
    }));

  await test("a click that wants another tab is the browser's", () =>
    talking({}, (page, server) => {
      const link = page.find("[data-comments=more]");
      link.addEventListener("click", (event) => setTimeout(() => event.preventDefault()));
      const event = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
      let isStopped = false;
      page.element.addEventListener("click", (event) => {
        isStopped = event.defaultPrevented;
        event.preventDefault();
      }, { once: true });
      link.dispatchEvent(event);
      same(isStopped, false, "whether it was stopped");
      same(server.asked.length, 1, "how often it was asked");
    }));

  await test("what cannot come is told, and what there is stays", () =>
    talking({}, async (page, server) => {
      server.next.push(() => new Response("", { status: 500 }), () => new Response("", { status: 500 }));
      click(page.find("[data-comments=more]"));
      await until(() => page.told() !== "", "it is told");
      includes(page.told(), "انجام نشد");
      same(page.ids(), "7 6 5");
      click(page.find("[data-comments=more]"));
      await until(() => page.ids().includes("4"), "more are there");
    }));

  await test("no link that shows comments is told of as one that leads elsewhere", () =>
    talking({}, async (page) => {
      const told = [];
      page.element.addEventListener("satr-navigate", ({ detail }) => told.push(detail.url));
      click(page.find("[data-comments=more]"));
      await until(() => page.ids().includes("4"), "more are there");
      same(told.join(), "");
    }));
}
