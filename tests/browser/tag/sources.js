/** Nothing in, where the element takes its article from tested: addresses, data, a host's own transport, a server's page. */
import { test } from "../harness.js";
import { article, framed, gate, headlineIn, mounted, next, pageIn, quietly, same, settled, told } from "./mount.js";

const BYTES = new TextEncoder().encode('{"headline": "از بایت"}');

export async function checkSources() {
  await test("an address is asked for and drawn, and the page is told", () =>
    told(() => article("سطر", { tags: [{ url: 5 }] }), () =>
      mounted({ src: "/told/sources-1" }, async (element) => {
        const { detail, bubbles, composed } = await next(element);
        same(headlineIn(element), "سطر");
        same(detail.article.headline, "سطر", "the article");
        same(detail.notes[0].path, "tags[0].url", "the note's place");
        same(typeof detail.ms, "number", "the time");
        same(bubbles && composed, true, "whether it bubbles and is composed");
      })));

  await test("an article is given as an object, as JSON or as bytes, before and after the element is there", async () => {
    for (const [given, headline] of [[{ headline: "شیء" }, "شیء"], ['{"headline": "متن"}', "متن"], [BYTES, "از بایت"]]) {
      await mounted({}, async (element) => {
        await next(element);
        same(headlineIn(element), headline);
        element.article = { headline: "دیگر" };
        await next(element);
        same(headlineIn(element), "دیگر");
      }, { before: (element) => (element.article = given) });
    }
  });

  await test("what was set before the element was known counts", async () => {
    await told(() => article("از نشانی"), async () => {
      await framed("<satr-article></satr-article>", async (page, _, load) => {
        const element = page.querySelector("satr-article");
        element.article = { headline: "پیش از تعریف" };
        element.numerals = "latin";
        const drawn = next(element);
        await load();
        await drawn;
        same(headlineIn(element), "پیش از تعریف");
        same(element.getAttribute("numerals"), "latin", "the attribute");
        same(Object.hasOwn(element, "article"), false, "whether it has hidden the element's own");
      }, false);
    });
  });

  await test("an article given again keeps what has not changed of it; none gives the address its turn", () =>
    told(() => article("از نشانی"), () =>
      mounted({ src: "/told/sources-4" }, async (element) => {
        const data = { headline: "یک", body: ["بند نخست", "بند دوم"] };
        element.article = data;
        await next(element);
        const [first, second] = pageIn(element).querySelectorAll(".satr-body > p");
        data.body[1] = "بند دیگر";
        element.article = data;
        await next(element);
        const [again, other] = pageIn(element).querySelectorAll(".satr-body > p");
        same(again === first, true, "whether the first paragraph is the same node");
        same(other.textContent, "بند دیگر");
        same(second.textContent, "بند دیگر", "the paragraph that has changed");
        element.article = null;
        await next(element);
        same(headlineIn(element), "از نشانی");
      })));

  await test("a host's own transport is asked, with credentials and a signal", () =>
    mounted({ src: "/told/sources-5", credentials: "include" }, async (element) => {
      const { detail } = await next(element);
      same(detail.article.headline, "با سرآیند");
      const [address, init] = element.asked;
      same(address, `${location.origin}/told/sources-5`);
      same(init.credentials, "include");
      same(init.signal instanceof AbortSignal, true, "whether there is a signal");
    }, {
      before: (element) => {
        element.fetch = async (...given) => {
          element.asked = given;
          return article("با سرآیند");
        };
      },
    }));

  await test("credentials are those of the attribute, and the same origin's if it says nothing known", () =>
    told((path, { credentials }) => article(`${path} ${credentials}`), async () => {
      for (const [attributes, expected] of [[{}, "same-origin"], [{ credentials: "omit" }, "omit"], [{ credentials: "all" }, "same-origin"]]) {
        await mounted({ src: "/told/c", numerals: "keep", ...attributes }, async (element) => {
          await next(element);
          same(headlineIn(element), `c ${expected}`);
        });
      }
    }));

  await test("the text of a news page is read as one", () =>
    told(() => new Response("۲۳ مرداد ۱۳۹۸، ۱۲:۰۰\n\nبا حضور مسئولان؛\n\nنخستین باران پاییزی\n\nسمنان - باران از صبح آغاز شد و تا شب ادامه داشت.\n\nکد خبر 4692303"), () =>
      mounted({ src: "/told/page.txt", format: "text" }, async (element) => {
        await next(element);
        same(headlineIn(element), "نخستین باران پاییزی");
        element.format = "auto";
        await next(element);
        same(headlineIn(element), "نخستین باران پاییزی");
      })));

  await test("hundreds that want one address ask once, and share one wasm", () =>
    told(async (path) => (await settled(), article(path)), async (asked) => {
      const { Instance } = WebAssembly;
      let instances = 0;
      WebAssembly.Instance = function (...given) {
        instances += 1;
        return new Instance(...given);
      };
      try {
        const elements = Array.from({ length: 300 }, () => {
          const element = document.createElement("satr-article");
          element.src = "/told/many";
          return element;
        });
        const drawn = Promise.all(elements.map((element) => next(element)));
        document.body.append(...elements);
        await drawn;
        for (const element of elements) same(headlineIn(element), "many");
        elements.forEach((element) => element.remove());
      } finally {
        WebAssembly.Instance = Instance;
      }
      same(asked.length, 1, "how often it was asked for");
      same(instances, 0, "how many more instances there are");
    }));

  await test("of several addresses the last stays, whichever comes first", async () => {
    const slow = gate();
    await told(async (path) => {
      if (path === "slow") await slow.opened;
      return article(path);
    }, () =>
      mounted({ src: "/told/slow", numerals: "keep" }, async (element) => {
        await settled();
        element.src = "/told/fast";
        await next(element);
        slow.open();
        await settled();
        same(headlineIn(element), "fast");
      }));
  });

  await test("another address takes the place of the first, and a failure of it is told", () =>
    told((path) => (path === "none" ? new Response("", { status: 404 }) : article(path)), () =>
      mounted({ src: "/told/one" }, (element) => quietly(async () => {
        await next(element);
        element.src = "/told/two";
        await next(element);
        same(headlineIn(element), "two");
        element.src = "/told/none";
        const { detail } = await next(element, "satr-error");
        same(detail.code, "not-found");
        same(element.shadowRoot.querySelector(".satr-article"), null, "the page of before");
      }))));

  await test("a page that a server has drawn is taken as it is, in a shadow root and in the light", async () => {
    const { renderToString } = await import("/satr/index.js");
    const drawn = await renderToString({ headline: "از سرور", body: ["بند"], shortLink: "https://example.com/1", url: "https://example.com/1" });
    await told(() => article("از نشانی"), async (asked) => {
      for (const html of [
        `<satr-article src="/told/sources-11"><template shadowrootmode="open"><link rel="stylesheet" href="/satr/satr.css">${drawn}</template><p>جانشین</p></satr-article>`,
        `<satr-article src="/told/sources-11" mode="light">${drawn}</satr-article>`,
      ]) {
        const box = document.body.appendChild(document.createElement("div"));
        box.setHTMLUnsafe(html);
        const [shown] = box.children;
        const page = pageIn(shown);
        const { detail } = await next(shown);
        same(detail.article, null, "the article");
        same(pageIn(shown) === page, true, "whether the page is the same node");
        same(headlineIn(shown), "از سرور");
        shown.reload();
        await next(shown);
        same(headlineIn(shown), "از نشانی");
        box.remove();
      }
      same(asked.length, 2, "how often the address was asked for");
    });
  });
}
