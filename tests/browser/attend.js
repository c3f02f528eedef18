/** Articles in a page in, what happens to them afterwards tested: the host's own blocks, players, pictures, links. */
import { click, drawn, equal, pause, replaced, until } from "./drawn.js";
import { refuses } from "./expect.js";
import { test } from "./harness.js";

/** What is there and no picture; whatever else is asked for in vain, the tests answer with a pixel. */
const NO_PICTURE = new URL("/satr/index.js", location.href).href;
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

export async function checkAttend(satr) {
  await checkBlocks(satr);
  await checkPlayers(satr);
  await checkPictures(satr);
  await checkCopies(satr);
  await checkHostsOwn(satr);
}

async function checkBlocks(satr) {
  const data = { id: 12, "پرسش": ["آری", "نه"], nested: { at: null } };
  const body = [
    { type: "custom", name: "poll", data, text: "نظرسنجی" },
    { type: "custom", name: "map" },
    { type: "custom", text: "بی‌نام" },
  ];

  await test("a host draws its own blocks, in the place of their text or into their element", () => {
    const calls = [];
    const renderBlock = (name, data, element) => {
      calls.push([name, data, element.textContent]);
      if (name === "map") element.append("نقشه");
      return name === "poll" ? document.createElement("form") : undefined;
    };
    return drawn(satr, { body }, { renderBlock }, (target) => {
      equal(calls, [["poll", data, "نظرسنجی"], ["map", null, ""]]);
      const shown = [...target.querySelectorAll(".satr-custom")].map((block) => block.innerHTML);
      equal(shown, ["<form></form>", "نقشه", "بی‌نام"]);
    });
  });

  await test("a block that its host cannot draw keeps its text, and those behind it are drawn", async () => {
    const told = console.error;
    let said = "";
    console.error = (...words) => (said += words.join(" "));
    const renderBlock = (name) => {
      if (name === "poll") throw new Error("no such poll");
      return document.createTextNode("نقشه");
    };
    try {
      await drawn(satr, { body }, { renderBlock }, (target) => {
        equal([...target.querySelectorAll(".satr-custom")].map((block) => block.textContent), ["نظرسنجی", "نقشه", "بی‌نام"]);
      });
    } finally {
      console.error = told;
    }
    if (!said.includes("no such poll")) throw new Error(`said was "${said}"`);
  });

  await test("what is to draw blocks is a function", () =>
    refuses(() => satr.render({ body }, document.createElement("div"), { renderBlock: "poll" }), "bad-options"));
}

async function checkPlayers(satr) {
  const embed = { type: "embed", url: "https://www.aparat.com/v/AbC12", title: "قصه‌خوانی", caption: "شب یلدا" };
  const article = { body: [embed] };

  await test("a player comes when the reader asks for it, and not before", () =>
    drawn(satr, article, undefined, async (target) => {
      const frame = () => target.querySelector("iframe");
      if (frame()) throw new Error("it is there before");
      if (click(target.querySelector("[data-player]"))) throw new Error("the link is followed as well");
      await until(frame, "it was there");
      const { src, title, sandbox } = frame();
      const focused = target.activeElement?.localName;
      const parts = [...target.querySelector(".satr-embed").children].map((part) => part.localName);
      const links = [...target.querySelectorAll(".satr-embed a")].map((link) => link.href);
      frame().remove(); // before it asks its site
      equal([src, title], ["https://www.aparat.com/video/video/embed/videohash/AbC12/vt/frame", "قصه‌خوانی"]);
      if (sandbox.contains("allow-top-navigation")) throw new Error("it may lead the page away");
      // In the place of what is no longer true; the way to its page stays.
      equal([parts, links, focused], [["b", "p", "iframe", "p"], [embed.url], "iframe"]);
    }));

  await test("a player that is asked for twice comes once, and the page stays", () => {
    const opened = [];
    return replaced(globalThis, "open", (...to) => void opened.push(to), () =>
      drawn(satr, article, undefined, async (target) => {
        const link = target.querySelector("[data-player]");
        const left = [click(link), click(link)];
        await until(() => target.querySelector("iframe"), "it was there");
        await pause();
        const { length } = target.querySelectorAll("iframe");
        target.querySelector("iframe").remove();
        equal([left, length, opened], [[false, false], 1, []]);
      }),
    );
  });

  await test("a click that asks for a new tab is the browser's", () =>
    drawn(satr, article, undefined, async (target) => {
      if (!click(target.querySelector("[data-player]"), { ctrlKey: true })) throw new Error("it was taken");
    }));
}

async function checkPictures(satr) {
  // The lead's: others wait until they come near the screen.
  const figure = (image) => ({ leadFigure: { image: { alt: "اتوبوس", ...image } } });

  await test("where a newer file does not come, the one that all browsers know does", () => {
    const renditions = [
      { url: NO_PICTURE, type: "image/avif" },
      { url: `${NO_PICTURE}?800`, width: 800 },
    ];
    return drawn(satr, figure({ url: PIXEL, renditions }), undefined, async (target) => {
      const image = target.querySelector("img");
      const sources = () => target.querySelectorAll("source").length;
      await until(() => sources() === 0 && image.complete && image.naturalWidth === 1, "the picture was there");
      if ("broken" in image.dataset) throw new Error("it says that it is broken");
    });
  });

  await test("where none comes, the picture says so", () =>
    drawn(satr, figure({ url: NO_PICTURE }), undefined, async (target) => {
      const image = target.querySelector("img");
      await until(() => "broken" in image.dataset, "it said so");
    }));
}

async function checkCopies(satr) {
  const article = { headline: "سطر", url: "https://example.ir/۱" };
  const refusing = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };

  /** Clicks the link with a clipboard in the place of the browser's, and with a command that copies or does not. */
  function copying(clipboard, command, use) {
    return replaced(navigator, "clipboard", clipboard, () =>
      replaced(Document.prototype, "execCommand", command, () =>
        drawn(satr, article, undefined, async (target) => {
          const link = target.querySelector("[data-copy]");
          const before = link.outerHTML;
          if (click(link)) throw new Error("the link is followed as well");
          await use(link, before);
        }),
      ),
    );
  }

  await test("the address is taken along, the link says so, and the page stays", () => {
    const copied = [];
    const clipboard = { writeText: async (text) => void copied.push(text) };
    return copying(clipboard, undefined, async (link, before) => {
      const said = link.dataset.copy;
      await until(() => link.textContent === said, "it said so");
      equal([copied, said, link.ariaLive], [[link.href], "کپی شد", "polite"]);
      click(link); // what it says is not what it goes back to
      await until(() => link.textContent !== said, "it was a link again");
      equal([link.outerHTML, copied.length], [before, 2]);
    });
  });

  for (const [what, clipboard] of [
    ["is missing", undefined],
    ["refuses", refusing],
  ]) {
    await test(`where the clipboard ${what}, the command of old takes the address along`, () => {
      const copied = [];
      function command() {
        const event = new Event("copy", { bubbles: true, cancelable: true });
        event.clipboardData = { setData: (...data) => void copied.push(data) };
        return !document.body.dispatchEvent(event);
      }
      return copying(clipboard, command, async (link) => {
        await until(() => link.textContent === link.dataset.copy, "it said so");
        equal(copied, [["text/plain", link.href]]);
      });
    });
  }

  await test("what could not be copied is said not to be", () => {
    const calls = [];
    const command = (name) => {
      calls.push(name);
      return false;
    };
    return copying(refusing, command, async (link) => {
      await until(() => link.textContent === "کپی نشد", "it said so");
      equal(calls, ["copy"]);
    });
  });
}

async function checkHostsOwn(satr) {
  const body = [{ type: "paragraph", text: "بند" }, { type: "custom", name: "own" }];
  const own = document.createElement("template");
  own.innerHTML =
    `<form><input name="closest"><input name="nodeType"><input name="localName"></form>` +
    `<img alt="" srcset="${NO_PICTURE}?own 1x"><a data-copy="" href="#own">پیوند</a>`;

  /** Clicks and errors in what the host has put into `place`, none of which is to change anything. */
  async function leftAlone(place) {
    const before = place.innerHTML;
    const [form, image, link] = ["form", "img", "a"].map((name) => place.querySelector(name));
    form.dispatchEvent(new Event("error"));
    image.dispatchEvent(new Event("error"));
    equal([click(form), click(image), click(link)], [true, true, true]);
    await pause();
    equal(place.innerHTML, before);
  }

  await test("what a host has drawn in a block of its own is left alone", () =>
    drawn(satr, { body }, { renderBlock: () => own.content.cloneNode(true) }, (target) =>
      leftAlone(target.querySelector(".satr-custom")),
    ));

  await test("what a host has put into a slot is left alone", () =>
    drawn(satr, { body }, { slots: ["after-paragraph-1"] }, (target) => {
      const slot = target.querySelector("slot");
      slot.append(own.content.cloneNode(true));
      return leftAlone(slot);
    }));
}
