/** An origin in, a page of Chromium on it out. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { blank } from "../server.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// It runs as root on build servers, without a screen, and has nobody to talk to but our server.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // For the laws on memory: a heap that is swept when asked, and told to the byte.
  "--js-flags=--expose-gc",
  "--enable-precise-memory-info",
];

/** Starts the browser. */
export async function start() {
  const executablePath = process.env.SATR_CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`Chromium is none of ${PLACES.join(", ")}; set SATR_CHROMIUM to its program`);
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A page with a fresh profile, and its `complaints`: all that went wrong on it without a test noticing. */
export async function visit(browser, origin, options) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const isOurs = (url) => url.startsWith(`${origin}/`);
  page.on("console", (message) =>
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`),
  );
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("crash", () => complaints.push("the page crashed"));
  // An article's pictures and films are nowhere to begin with, and one that is removed may stop loading at any moment.
  page.on("requestfailed", (request) => {
    if (isOurs(request.url()) && !["image", "media"].includes(request.resourceType()))
      complaints.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  await page.route(
    (url) => !isOurs(url.href),
    (route) => route.fulfill(blank(route.request().resourceType() === "image")),
  );
  return { page, complaints };
}

/** Starts the browser with one page. */
export async function launch(origin) {
  const browser = await start();
  const { page, complaints } = await visit(browser, origin);
  return {
    complaints: async () => complaints.splice(0),
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    media: (name) => page.emulateMedia({ media: name }),
    picture: async () => (await page.screenshot({ caret: "initial" })).toString("base64"),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => browser.close(),
  };
}
