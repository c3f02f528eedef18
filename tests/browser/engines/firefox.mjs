/** An origin in, a page of Firefox on it out. */
import { existsSync } from "node:fs";
import { launch as start } from "puppeteer-core";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** Firefox writes this of each answer that is cut off, whoever catches the error. */
const OF_A_STREAM = /^Failed to read data from the ReadableStream: /;

/** Starts the browser with a fresh profile; `complaints` are all that went wrong on the page without a test noticing. */
export async function launch(origin) {
  const executablePath = process.env.SATR_FIREFOX ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`Firefox is none of ${PLACES.join(", ")}; set SATR_FIREFOX to its program`);
  const { hostname, port } = new URL(origin);
  const browser = await start({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // Whatever is not on this machine is asked of our server, which knows to answer with nothing.
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": hostname,
      "network.proxy.http_port": Number(port),
      "network.proxy.ssl": hostname,
      "network.proxy.ssl_port": Number(port),
    },
  });
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) =>
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location()?.url})`),
  );
  page.on("pageerror", (error) => {
    if (!OF_A_STREAM.test(error.message)) complaints.push(`uncaught: ${error.message}`);
  });
  page.on("requestfailed", (request) => {
    if (request.url().startsWith(`${origin}/`) && !["image", "media"].includes(kindOf(request)))
      complaints.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  return {
    complaints: async () => complaints.splice(0),
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    async press(keys) {
      const held = keys.split("+");
      for (const key of held) await page.keyboard.down(key);
      for (const key of held.reverse()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    picture: () => page.screenshot({ encoding: "base64" }),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    close: () => browser.close(),
  };
}

/** What is asked for; one whose frame has gone cannot tell. */
function kindOf(request) {
  try {
    return request.resourceType();
  } catch {
    return "unknown";
  }
}
