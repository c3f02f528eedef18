/** An origin in, its bench page in Chromium out. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// It runs as root on build servers, without a screen, and has nobody to talk to but our server. Pictures stay
// unloaded: none exist, and asking for them would fall into other drawings' time.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--blink-settings=imagesEnabled=false",
  "--js-flags=--expose-gc",
];

export async function openPage(origin) {
  const executablePath = process.env.SATR_CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`Chromium is none of ${PLACES.join(", ")}; set SATR_CHROMIUM to its program`);
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`uncaught: ${error.message}`));
  page.on("console", (message) => console.error(`console ${message.type()}: ${message.text()}`));
  await page.goto(`${origin}/bench.html`);
  await page.waitForFunction("window.bench !== undefined", undefined, { timeout: 30_000 });
  return {
    version: browser.version(),
    load: (name) => page.evaluate((name) => window.bench.load(name), name),
    round: (name, drawings) => page.evaluate(([name, drawings]) => window.bench.round(name, drawings), [name, drawings]),
    keep: (name, slice) => page.evaluate(([name, slice]) => window.bench.keep(name, slice), [name, slice]),
    close: () => browser.close(),
  };
}
