/** Articles in a page in, what readers can do with them tested: size, print, copies, sharing, gallery, notes, contents. */
import { click, drawn, drawnInPage, equal, pause, replaced, until } from "./drawn.js";
import { refuses } from "./expect.js";
import { test } from "./harness.js";

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
/** What is answered with a pixel. */
const PICTURES = ["/one.gif", "/two.gif", "/three.gif"];

/** The element with the focus, in a shadow root or in the page. */
const active = (target) => target.getRootNode().activeElement;

const press = (element, key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

export async function checkReaders(satr) {
  await checkSizes(satr);
  await checkTools(satr);
  for (const [where, draw] of [["in a shadow root", drawn], ["in the page", drawnInPage]]) {
    await checkGalleries(satr, draw, where);
    await checkNotes(satr, draw, where);
    await checkContents(satr, draw, where);
  }
  await checkStates(satr);
}

async function checkSizes(satr) {
  const article = { headline: "سطر", body: "متن" };
  const zoom = (target) => target.querySelector(".satr").style.getPropertyValue("--satr-zoom");
  const button = (target, act) => target.querySelector(`[data-act="${act}"]`);

  await test("the text is set larger and smaller, as far as there are sizes", () =>
    drawn(satr, article, undefined, (target) => {
      const measure = () => parseFloat(getComputedStyle(target.querySelector(".satr")).fontSize);
      const before = measure();
      for (let step = 0; step < 5; step++) click(button(target, "larger"));
      equal([zoom(target), button(target, "larger").ariaDisabled, button(target, "smaller").ariaDisabled], ["1.5", "true", null]);
      if (Math.abs(measure() / before - 1.5) > 0.01) throw new Error(`${before} px became ${measure()} px`);
      for (let step = 0; step < 6; step++) click(button(target, "smaller"));
      equal([zoom(target), button(target, "larger").ariaDisabled, button(target, "smaller").ariaDisabled], ["0.85", null, "true"]);
      click(button(target, "larger"));
      equal(zoom(target), "");
    }));

  await test("a size stays for what is drawn there next, and is kept only where the host lets it", async () => {
    localStorage.removeItem("satr-size");
    await drawn(satr, article, undefined, async (target) => {
      click(button(target, "larger"));
      await satr.render(article, target);
      equal([zoom(target), localStorage.getItem("satr-size")], ["1.15", null]);
    });
    await drawn(satr, article, { storage: "local" }, (target) => {
      equal(zoom(target), ""); // another's is its own
      click(button(target, "larger"));
      equal(localStorage.getItem("satr-size"), "1.15");
    });
    await drawn(satr, article, { storage: "local" }, (target) => equal(zoom(target), "1.15"));
    localStorage.removeItem("satr-size");
  });

  await test("where a page is denied its storage, the size holds all the same", () => {
    const denied = { getItem: refuse, setItem: refuse };
    function refuse() {
      throw new DOMException("no", "SecurityError");
    }
    return replaced(globalThis, "localStorage", denied, () =>
      drawn(satr, article, { storage: "local" }, (target) => {
        click(button(target, "larger"));
        equal(zoom(target), "1.15");
        click(button(target, "smaller"));
      }),
    );
  });

  await test("what may be kept is one of the choices", () =>
    refuses(() => satr.render(article, document.createElement("div"), { storage: "cookie" }), "bad-options"));
}

async function checkTools(satr) {
  const code = "print(\"سلام\")\n# 12";
  const article = {
    id: "۴۶۹۲۳۰۳",
    headline: "سطر",
    url: "https://example.ir/۱",
    shortLink: "https://example.ir/s",
    body: [{ type: "code", code }],
  };

  await test("the page is printed when the reader asks for it", () => {
    const prints = [];
    return replaced(globalThis, "print", () => void prints.push(1), () =>
      drawn(satr, article, undefined, async (target) => {
        click(target.querySelector('[data-act="print"]'));
        await until(() => prints.length === 1, "it was printed");
      }),
    );
  });

  await test("the code, the short link and a program are taken along as they were given", () => {
    const copied = [];
    const clipboard = { writeText: async (text) => void copied.push(text) };
    return replaced(navigator, "clipboard", clipboard, () =>
      drawn(satr, article, undefined, async (target) => {
        const buttons = [...target.querySelectorAll("button[data-copy]")];
        const names = buttons.map(({ ariaLabel }) => ariaLabel);
        for (const button of buttons) {
          click(button);
          await until(() => button.textContent === "کپی شد" && button.ariaLabel === null, "it said so");
        }
        await until(() => buttons.every(({ textContent }) => textContent === "کپی"), "it could be done again");
        equal(copied, [code, "۴۶۹۲۳۰۳", "https://example.ir/s"]);
        equal(buttons.map(({ ariaLabel }) => ariaLabel), names);
      }),
    );
  });

  await test("it is shared by what the device offers, where it offers something", async () => {
    const shared = [];
    await replaced(navigator, "share", async (what) => void shared.push(what), () =>
      drawn(satr, article, undefined, async (target) => {
        click(target.querySelector('[data-act="share"]'));
        await until(() => shared.length > 0, "it was shared");
        equal(shared, [{ url: new URL("https://example.ir/s").href, title: "سطر" }]);
      }),
    );
    await replaced(navigator, "share", undefined, () =>
      drawn(satr, article, undefined, (target) => equal(target.querySelector('[data-act="share"]'), null)),
    );
  });

  await test("a host may leave tools out", () =>
    drawn(satr, article, { tools: ["print"] }, (target) =>
      equal([...target.querySelectorAll("button")].map(({ dataset }) => dataset.act), ["print"]),
    ));
}

async function checkGalleries(satr, draw, where) {
  const figures = PICTURES.map((url, index) => ({ image: { url, alt: `تصویر ${index + 1}` }, caption: `شرح ${index + 1}` }));
  const article = { headline: "سطر", body: [{ type: "gallery", figures }] };
  const dialog = (target) => target.querySelector("dialog");
  const place = (target) => dialog(target)?.querySelector("span").textContent;

  /** Opens the second picture for as long as `use` takes. */
  const opened = (use) =>
    draw(satr, article, undefined, async (target) => {
      const link = target.querySelectorAll('[data-act="view"]')[1];
      link.focus();
      if (click(link)) throw new Error("the link is followed as well");
      await until(() => dialog(target)?.open, "it opened");
      await use(target, link);
      dialog(target)?.close();
    });

  await test(`a picture of a gallery opens among all of them, with what is said about it, ${where}`, () =>
    opened(async (target) => {
      await until(() => place(target) === "۲ / ۳", "it said which one");
      const shown = [...dialog(target).querySelectorAll("figure")].map((figure) => figure.textContent);
      equal(shown, ["شرح ۱", "شرح ۲", "شرح ۳"]);
      equal(dialog(target).querySelectorAll("img").length, 3);
    }));

  await test(`arrows go as the pictures lie, from right to left, and end at the ends, ${where}`, () =>
    opened(async (target) => {
      press(dialog(target), "ArrowLeft");
      equal(place(target), "۳ / ۳");
      press(dialog(target), "ArrowLeft");
      equal(place(target), "۳ / ۳");
      press(dialog(target), "ArrowRight");
      press(dialog(target), "ArrowRight");
      press(dialog(target), "ArrowRight");
      equal(place(target), "۱ / ۳");
      press(dialog(target), "End");
      equal(place(target), "۳ / ۳");
    }));

  await test(`steps that come faster than the pictures are each taken, ${where}`, () =>
    opened(async (target) => {
      press(dialog(target), "Home");
      for (let step = 0; step < 2; step++) {
        [...dialog(target).querySelectorAll("button")][1].click();
        await new Promise((wake) => setTimeout(wake, 60));
      }
      await pause();
      await pause();
      equal(place(target), "۳ / ۳");
    }));

  await test(`a second click opens no second gallery, and the browser's own keys stay its own, ${where}`, () =>
    opened((target, link) => {
      click(link);
      equal(target.querySelectorAll("dialog").length, 1);
      const back = new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true });
      dialog(target).dispatchEvent(back);
      equal([back.defaultPrevented, place(target)], [false, "۲ / ۳"]);
    }));

  await test(`it closes by its button, leaves nothing behind, and the reader is where they were, ${where}`, () =>
    opened(async (target, link) => {
      [...dialog(target).querySelectorAll("button")].at(-1).click();
      await until(() => !dialog(target), "it was gone");
      if (active(target) !== link) throw new Error(`the focus is on ${active(target)?.outerHTML}`);
    }));

  await test(`a picture that is in its own address opens nothing, as it leads nowhere, ${where}`, () =>
    draw(satr, { body: [{ type: "gallery", figures: [{ image: PIXEL }] }] }, undefined, (target) =>
      equal(target.querySelector('[data-act="view"]'), null),
    ));
}

async function checkNotes(satr, draw, where) {
  const text = [{ text: "متن" }, { text: "", footnote: "الف" }];
  const footnotes = [{ id: "الف", text: "توضیحی دربارهٔ متن" }];

  await test(`a footnote is shown where it is referred to, and leads on to its place, ${where}`, () =>
    draw(satr, { body: [{ type: "paragraph", text }], footnotes }, undefined, async (target) => {
      const reference = target.querySelector(".satr-note-ref > a");
      reference.focus();
      if (click(reference)) throw new Error("the link is followed as well");
      const box = () => target.querySelector(".satr-preview");
      await until(box, "it was there");
      const { left, right, top, bottom } = box().getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) throw new Error("it is out of the window");
      if (!box().textContent.startsWith("توضیحی دربارهٔ متن")) throw new Error(`it says «${box().textContent}»`);
      equal(box().querySelector("a").hash, reference.hash);
      equal(target.querySelectorAll(`[id="${CSS.escape(decodeURIComponent(reference.hash.slice(1)))}"]`).length, 1);
      box().hidePopover();
      await until(() => !box(), "it was gone");
      if (active(target) !== reference) throw new Error("the focus is elsewhere");
    }));
}

async function checkContents(satr, draw, where) {
  const body = ["یک", "دو", "سه"].flatMap((name) => [
    { type: "heading", text: name },
    ...Array.from({ length: 12 }, () => ({ type: "paragraph", text: "متن ".repeat(60) })),
  ]);

  await test(`the list of contents says which section is being read, ${where}`, () =>
    draw(satr, { headline: "سطر", body }, { contents: "on" }, async (target) => {
      const current = () => [...target.querySelectorAll(".satr-contents a")].findIndex((link) => link.ariaCurrent === "true");
      for (const index of [1, 2, 0]) {
        target.querySelectorAll(".satr-body > h2")[index].scrollIntoView({ block: "start", behavior: "instant" });
        await until(() => current() === index, `section ${index} was the one`);
      }
      target.querySelector(".satr-facts, .satr-body > :last-child").scrollIntoView({ block: "end", behavior: "instant" });
      await until(() => current() === 2, "after a jump to the end the last section was the one");
      scrollTo({ top: 0, behavior: "instant" });
      await until(() => current() < 1, "after one to the start it was none, or the first");
    }));
}

async function checkStates({ showState, render }) {
  /** A state in an element of the page for as long as `use` takes. */
  async function stated(state, options, use) {
    const host = document.body.appendChild(document.createElement("div"));
    try {
      showState(host, state, options);
      await use(host);
    } finally {
      host.remove();
    }
  }

  for (const state of ["waiting", "failed", "offline", "notFound"]) {
    await test(`${state} is shown as the core draws it`, async () => {
      const expected = document.createElement("template");
      expected.innerHTML = await (await fetch(`/states/${state}.html`)).text();
      await stated(state, undefined, (host) => {
        if (!host.firstElementChild.isEqualNode(expected.content.firstElementChild)) throw new Error(host.innerHTML);
      });
    });
  }

  await test("a failure says what it is told to, and can be tried again", () => {
    let tries = 0;
    const retry = () => void (tries += 1);
    return stated("failed", { message: "سرور پاسخی نداد.", retry, theme: "dark", headingLevel: 3 }, (host) => {
      host.querySelector("button").focus();
      host.querySelector("button").click();
      equal([tries, host.querySelector("h3").textContent, host.querySelector("p").textContent], [1, "خبر نرسید", "سرور پاسخی نداد."]);
      equal(host.firstElementChild.dataset.theme, "dark");
      showState(host, "waiting");
      if (document.activeElement !== host.firstElementChild) throw new Error("the focus is lost");
    });
  });

  await test("what the network has taken it tries again for, as long as it is shown", async () => {
    let tries = 0;
    const retry = () => void (tries += 1);
    await stated("offline", { retry }, () => void dispatchEvent(new Event("online")));
    equal(tries, 1);
    await stated("offline", { retry }, () => {});
    dispatchEvent(new Event("online"));
    equal(tries, 1);
  });

  await test("an article takes the place of a state, and a state that of one on its way", async () => {
    await stated("waiting", undefined, async (host) => {
      await render({ headline: "سطر" }, host);
      equal(host.querySelectorAll(".satr-state").length, 0);
      const late = render({ headline: "سطر" }, host);
      showState(host, "notFound");
      equal([(await late).drawn, host.querySelectorAll(".satr-state").length], [false, 1]);
    });
    await pause();
  });

  await test("what is no state, no place and no option is refused, and what was asked for before comes", async () => {
    await refuses(async () => showState(null, "failed"), "bad-target");
    await stated("waiting", undefined, async (host) => {
      const coming = render({ headline: "سطر" }, host);
      for (const [state, options] of [
        ["toString", {}],
        ["failed", "text"],
        ["failed", { headingLevel: "x y" }],
        ["failed", { headingLevel: 7 }],
        ["failed", { theme: "pink" }],
        ["failed", { retry: "no" }],
        ["failed", { message: document.createElement("iframe") }],
        ["failed", { styles: "some" }],
        ["failed", { get message() { throw new Error("no"); } }],
      ])
        await refuses(async () => showState(host, state, options), "bad-options");
      equal((await coming).drawn, true);
    });
  });
}
