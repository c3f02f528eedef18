/** Nothing in, the tag as a page meets it tested: what waits, what is adopted, what fails, and an article's own comments. */
import { test } from "../harness.js";
import { gate, mounted } from "../tag/mount.js";
import { click, includes, next, pageOf, pressed, quietly, same, settled, talking, until } from "./mount.js";
import { listed, serverOf, serving } from "./server.js";

export async function checkTag() {
  await test("far from the window nothing is asked for, until it comes near or is asked", async () => {
    const server = serverOf();
    await serving([server], async () => {
      const element = document.createElement("satr-comments");
      element.src = server.home;
      const far = document.createElement("div");
      far.style.blockSize = "5000px";
      document.body.append(far, element);
      try {
        await settled(100);
        same(server.asked.length, 0, "how often it was asked");
        const ready = next(element);
        element.reload();
        await ready;
        same(pageOf(element).ids(), "7 6 5");
      } finally {
        far.remove();
        element.remove();
      }
    });
  });

  for (const mode of ["shadow", "light"]) {
    await test(`what a server has drawn is taken as it is, in ${mode} mode`, () =>
      talking({}, async (page, server) => {
        const element = document.createElement("satr-comments");
        element.setAttribute("mode", mode);
        const place = mode === "light" ? element : element.attachShadow({ mode: "open" });
        place.append(page.find(".satr").cloneNode(true));
        const [textarea] = place.querySelectorAll("textarea");
        element.src = server.home;
        const ready = next(element);
        document.body.prepend(element);
        await ready;
        try {
          const adopted = pageOf(element);
          same(adopted.field("text"), textarea, "the field");
          click(adopted.act("7", "up"));
          await until(() => pressed(adopted.act("7", "up")) === "true ۵", "a vote is shown");
          click(adopted.find("[data-comments=more]"));
          await until(() => adopted.ids().includes("4"), "more are there");
          same(element.querySelectorAll(".satr").length, mode === "light" ? 1 : 0);
        } finally {
          element.remove();
        }
      }));
  }

  await test("what a server's form has said stays said: what came of it, what is to be put right, whom it answers", async () => {
    const { renderToString } = await import("/satr/index.js");
    const server = serverOf();
    const article = await listed(server, { search: new URLSearchParams() }).json();
    await serving([server], async () => {
      for (const { said, faults, text, says } of [
        { said: "held", text: "", says: "پس از بررسی" },
        { faults: ["not-persian"], text: "salam", says: "فارسی نیست" },
        { faults: ["text-missing", "email-invalid"], text: "", says: "نشانی کامل نیست" },
        { faults: ["too-many"], text: "سلام", says: "نظر فرستاده نشد" },
      ]) {
        sessionStorage.clear();
        const draft = { faults, text, parent: "6", email: "negar@" };
        const html = await renderToString(
          { ...article, discussion: { ...article.discussion, said, draft } },
          { discussion: true },
        );
        const element = document.createElement("satr-comments");
        element.attachShadow({ mode: "open" }).innerHTML = html;
        element.src = server.home;
        const ready = next(element);
        document.body.prepend(element);
        await ready;
        try {
          const page = pageOf(element);
          includes(`${page.told()} ${page.faults()}`, says);
          same(page.field("text").value, text);
          includes(page.find(".satr-reply").textContent, "خوانندهٔ ۶");
          same(page.field("anyway")?.value, faults?.includes("not-persian") ? "1" : undefined);
        } finally {
          element.remove();
        }
      }
    });
  });

  await test("why there are none is said in words of their own, with a button to try again", async () => {
    const server = serverOf();
    await serving([server], () =>
      quietly(async () => {
        server.next.push(() => new Response("", { status: 500 }), () => new Response("", { status: 500 }));
        const element = document.createElement("satr-comments");
        element.src = server.home;
        const failed = next(element, "satr-error");
        document.body.prepend(element);
        try {
          const { detail } = await failed;
          same(detail.code, "network");
          await settled();
          includes(element.shadowRoot.textContent, "نظرها نرسید");
          const ready = next(element);
          element.shadowRoot.querySelector("button").click();
          await ready;
          same(pageOf(element).ids(), "7 6 5");
        } finally {
          element.remove();
        }
      }));
  });

  await test("moved about the page, it is as it was", () =>
    talking({}, async (page, server, element) => {
      page.type("text", "سلام");
      document.body.append(element);
      await settled();
      same(page.field("text").value, "سلام");
      click(page.act("7", "up"));
      await until(() => pressed(page.act("7", "up")) === "true ۵", "a vote is shown");
      same(server.asked.filter((asked) => asked.startsWith("GET")).length, 1, "how often it was asked");
    }));

  await test("behind an article stand its comments, as it is, and stay when it changes", async () => {
    const server = serverOf();
    await serving([server], () =>
      mounted({ comments: server.home, numerals: "latin", theme: "dark", "heading-level": "2" }, async (element) => {
        const told = [];
        element.addEventListener("satr-ready", () => told.push(1));
        const find = () => element.shadowRoot?.querySelector("satr-comments");
        await until(() => find()?.shadowRoot?.querySelector("textarea"), "the comments are there");
        const comments = find();
        same(comments.previousElementSibling.matches(".satr"), true, "whether the article stands before them");
        const page = pageOf(comments);
        same(page.act("7", "up").textContent, "موافق 4");
        same(page.find(".satr").dataset.theme, "dark");
        same(page.find("h3") !== null, true, "whether their headline is below the article's");
        page.type("text", "نیمه‌کاره");
        element.setAttribute("theme", "light");
        element.article = { headline: "دیگر", comments: [{ id: "1", text: "خودی" }], commentRules: ["بی‌توهین"] };
        await until(() => element.shadowRoot.querySelector(".satr-headline").textContent === "دیگر", "the article is another");
        same(element.shadowRoot.querySelector(".satr-comments"), null, "comments of the article itself");
        await until(() => page.find(".satr").dataset.theme === "light", "the theme is another");
        same(find(), comments, "the comments");
        same(comments.src, server.home);
        same(page.field("text").value, "نیمه‌کاره");
        element.removeAttribute("comments");
        await until(() => find() === null, "there are none");
        element.setAttribute("comments", server.home);
        await until(() => find() !== null, "there are some");
        same(told.length > 0, true, "whether the article was told of");
      }, { before: (element) => (element.article = { headline: "سطر" }) }));
  });

  await test("an article in light mode has its comments there too", async () => {
    const server = serverOf();
    await serving([server], () =>
      mounted({ comments: server.home, mode: "light" }, async (element) => {
        await until(() => element.querySelector("satr-comments textarea"), "the comments are there");
        element.article = { headline: "دیگر", comments: [{ id: "1", text: "خودی" }], commentRules: ["بی‌توهین"] };
        await until(() => element.querySelector(".satr-headline").textContent === "دیگر", "the article is another");
        same(element.querySelectorAll("satr-comments").length, 1, "how many there are");
        const page = pageOf(element.querySelector("satr-comments"));
        click(page.act("7", "up"));
        await until(() => pressed(page.act("7", "up")) === "true ۵", "a vote is shown");
      }, { before: (element) => (element.article = { headline: "سطر" }) }));
  });

  for (const isNamed of [true, false]) {
    await test(`comments that a server has drawn behind an article ${isNamed ? "that names them " : ""}are the article's`, () =>
      adoptedBehind(isNamed));
  }

  await checkLeaving();

  await test("without the tag, a function shows them, changes how they look, and takes them out", async () => {
    const { showComments } = await import("/satr/comments.js");
    const server = serverOf();
    await serving([server], async () => {
      const target = document.createElement("div");
      document.body.prepend(target);
      try {
        const shown = await showComments(target, server.home, { numerals: "latin" });
        const page = pageOf(target);
        same(shown.drawn, true);
        same(page.act("7", "up").textContent, "موافق 4");
        let told = 0;
        target.addEventListener("satr-comment", () => (told += 1));
        page.type("text", "سلام");
        click(page.act("7", "up"));
        await until(() => told === 1, "a vote is told");
        await shown.update({ numerals: "persian" });
        same(pressed(page.act("7", "up")), "true ۵");
        server.comments.push({ ...server.comments[0], id: "8" });
        await shown.reload();
        same(page.ids(), "8 7 6");
        same(page.field("text").value, "سلام");
        shown.destroy();
        same(target.childNodes.length, 0, "how much is left");
      } finally {
        target.remove();
      }
      for (const [place, url, code] of [[null, server.home, "bad-target"], [target, "http://[", "bad-options"]]) {
        const error = await showComments(place, url).catch((error) => error);
        same(error.code, code);
      }
      const slow = gate();
      server.next.push(async (_, answer) => (await slow.opened, answer()));
      const end = new AbortController();
      const ended = showComments(target, server.home, { signal: end.signal }).catch((error) => error.name);
      end.abort();
      same(await ended, "AbortError");
    });
  });
}

/** Comments that another takes the place of, or nothing, while what was written of them is on its way. */
async function checkLeaving() {
  await test("what is typed of one article is not put into the form of another", async () => {
    const other = serverOf();
    await talking({}, async (page, server, element) => {
      await serving([server, other], async () => {
        page.type("text", "دربارهٔ یکم");
        page.type("author", "نگار");
        element.src = other.home;
        await until(() => page.find("form.satr-form").getAttribute("action").split("#")[0] === other.home, "the others are there");
        same(page.field("text").value, "");
        same(page.field("author").value, "");
        page.type("text", "دربارهٔ دوم");
        element.src = server.home;
        await until(() => page.find("form.satr-form").getAttribute("action").split("#")[0] === server.home, "the first are there");
        same(page.field("text").value, "دربارهٔ یکم");
        same(page.field("author").value, "نگار");
      });
    });
  });

  for (const isTaken of [false, true]) {
    await test(`what is on its way as comments are taken out is ${isTaken ? "forgotten once it is taken" : "kept if it fails"}`, async () => {
      const { showComments } = await import("/satr/comments.js");
      const server = serverOf();
      sessionStorage.clear();
      await serving([server], async () => {
        const target = document.createElement("div");
        document.body.prepend(target);
        const shown = await showComments(target, server.home);
        const page = pageOf(target);
        let told = 0;
        target.addEventListener("satr-comment", () => (told += 1));
        const slow = gate();
        server.next.push(async (_, answer) => (await slow.opened, isTaken ? answer() : Response.error()));
        page.type("text", "سلام");
        page.send();
        await until(() => server.sent.length === 1, "it is sent");
        shown.destroy();
        slow.open();
        await settled(50);
        const again = await showComments(target, server.home);
        same(page.field("text").value, isTaken ? "" : "سلام");
        same(told, 0, "how often a page that is gone tells something");
        again.destroy();
        target.remove();
      });
    });
  }
}

/** An article that a server has drawn with its comments, as it is to be taken; its tag names them, or not. */
function adoptedBehind(isNamed) {
  return talking({}, async (page, server) => {
    const element = document.createElement("satr-article");
    if (isNamed) element.setAttribute("comments", server.home);
    else element.setAttribute("src", "/nowhere.json");
    const root = element.attachShadow({ mode: "open" });
    root.innerHTML = `<div class="satr"><article class="satr-article"><h1 class="satr-headline">سطر</h1></article></div><satr-comments src="${server.home}"></satr-comments>`;
    const drawn = root.querySelector("satr-comments");
    const target = drawn.shadowRoot ?? drawn.attachShadow({ mode: "open" });
    target.replaceChildren(page.find(".satr").cloneNode(true));
    const told = [];
    element.addEventListener("satr-ready", (event) => told.push(event));
    document.body.prepend(element);
    try {
      await until(() => server.asked.length === 2, "they are asked for");
      await settled(50);
      same(root.querySelectorAll("satr-comments").length, 1, "how many there are");
      same(root.querySelector("satr-comments"), drawn);
      same(told.length, 1, "of how many pages the article tells");
      click(pageOf(drawn).act("7", "up"));
      await until(() => pressed(pageOf(drawn).act("7", "up")) === "true ۵", "a vote is shown");
      element.article = { headline: "دیگر" };
      await until(() => root.querySelector(".satr-headline").textContent === "دیگر", "the article is another");
      same(root.querySelector("satr-comments"), isNamed ? drawn : null, "the comments of the first, if only a server named them");
    } finally {
      element.remove();
    }
  });
}
