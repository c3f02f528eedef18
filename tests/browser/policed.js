/** The policy that this page was served under in, articles drawn without a violation, or refused with a code, out. */
import { render } from "/satr/index.js";
import { ARTICLE, refuses } from "./expect.js";
import { finish, only, test } from "./harness.js";
import { checkElement, checkFallback } from "./policed.element.js";
import { POLICIES } from "./policies.js";

const violations = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective} stopped ${blockedURI}`),
);
/** Firefox's own controls of films ask whether they may fill the screen, wherever they are. */
const OF_CONTROLS = "fullscreen";

if ("ReportingObserver" in window) {
  const tell = ({ type, body }) => {
    if (body.featureId !== OF_CONTROLS) violations.push(`${type}: ${body.featureId ?? body.blockedURL ?? body.message}`);
  };
  new ReportingObserver((reports) => reports.forEach(tell), { buffered: true }).observe();
}

async function checkDrawn() {
  for (const { name } of await (await fetch("/cases/index.json")).json()) {
    await test(`${name}, drawn and dressed`, async (shown) => {
      const target = document.body.appendChild(document.createElement("div"));
      shown.built = target;
      try {
        await render(await articleOf(name), target);
        const { fontFamily } = getComputedStyle(only(target, "the target"));
        if (!fontFamily.includes("Satr Vazirmatn")) throw new Error(`its font is ${fontFamily}`);
        await Promise.all([...target.querySelectorAll("img")].map(seen));
      } finally {
        target.remove();
      }
    });
  }

  await test("the font comes", async () => {
    const faces = await document.fonts.load('1em "Satr Vazirmatn"', ARTICLE.headline);
    if (!faces.some(({ status }) => status === "loaded")) throw new Error(`${faces.length} faces came`);
  });

  await checkElement();

  await test("nothing was against the policy", async () => {
    await reported();
    if (violations.length > 0) throw new Error([...new Set(violations)].join("\n"));
  });
}

/** The article of a case, all that it names moved to this server: an article's pictures are the page's to allow. */
async function articleOf(name) {
  const text = await (await fetch(`/cases/${encodeURIComponent(name)}/input.json`)).text();
  return text.replaceAll(/https?:\/\/[\w.-]+/g, location.origin).replaceAll(/data:image\/[^"\s]*/g, `${location.origin}/picture`);
}

async function seen(image) {
  image.loading = "eager";
  await image.decode();
}

/** Violations are told in a task of their own. */
function reported() {
  return new Promise((wake) => setTimeout(wake, 100));
}

async function checkRefused() {
  await test("an article is refused as no-wasm, and the target is as it was", async (shown) => {
    const target = document.createElement("div");
    shown.built = target;
    const fallback = target.appendChild(document.createElement("a"));
    await refuses(() => render(ARTICLE, target), "no-wasm", /lacks script-src 'wasm-unsafe-eval'/);
    if (only(target, "the target") !== fallback) throw new Error(`the target holds ${target.innerHTML}`);
  });

  await checkFallback();

  // What is seen here would have been seen on the pages that draw.
  await test("violations are seen", async () => {
    const before = violations.length;
    document.head.appendChild(document.createElement("style")).textContent = "body {}";
    await reported();
    if (violations.length === before) throw new Error("a style element was not one");
  });

  if ("trustedTypes" in window) {
    await test("Trusted Types are in force", async () => {
      let refused;
      try {
        document.createElement("div").innerHTML = "<b>سطر</b>";
      } catch (error) {
        refused = error;
      }
      await reported(); // or the next page would be said to have done it
      if (!(refused instanceof TypeError)) throw refused ?? new Error("innerHTML was set");
    });
  }
}

const [, name] = /([\w-]+)\.html$/.exec(location.pathname);
const { draws, headers = {} } = POLICIES[name];
if ("cross-origin-embedder-policy" in headers) {
  await test("the page is isolated", () => {
    if (!crossOriginIsolated) throw new Error("it is not");
  });
}
await (draws ? checkDrawn() : checkRefused());
finish();
// In a frame of another origin, nobody can look.
if (parent !== window) parent.postMessage({ results: window.__results, complaints: window.__complaints }, "*");
