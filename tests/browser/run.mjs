/**
 * A packed package in, a report out: `node run.mjs PACKAGE_DIR [--demo | --traps=N | --long] [--page=NAME] [ENGINE]…`.
 *
 * Every case of tests/cases is checked in Node itself and in each engine of the folder engines, or in those named;
 * `cases.js`, `life.js`, `comments.js` and `policed.js` are the pages that do it there, `sheets.js`, `untouched.js`, `coreless.js` and
 * `others.js` try the pages, browsers and libraries that an article meets, `snippets/` runs what the docs show, `demo.js`
 * looks into the demo's repair, and `site/` at every page of the demo, which is all that runs with `--demo`. With `--traps`
 * the package is one that breaks when told, and what is checked is that it recovers, so many times; with `--long` it is
 * what `soak.js` takes minutes for, in Chromium. With `--page` only the pages whose path has this in it are opened. One
 * line a test, then `N passed, N failed, N skipped`; a picture of each failure in a browser goes beside the package.
 */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { OF_A_POLICY, OF_AN_END, POLICIES } from "./policies.js";
import { PER_TRAP } from "./recovery.js";
import { listCases, serve } from "./server.mjs";
import { listPages } from "./site/pages.mjs";
import { listSnippetPages } from "./snippets/pages.mjs";
import { OF_A_WRONG_FILE } from "./wrong.mjs";

/**
 * Each browser's module, `engines/NAME.mjs`, exports `launch(origin)`, which gives `open`, `evaluate`, `screenshot`,
 * `close` and `complaints`: what the page has said since that was last asked. Beside them, as far as its driver can,
 * `press(keys)`, `type(text)`, `media(name)` and `picture()`, for pages to wish for.
 */
const ENGINES = ["node", "chromium", "firefox", "webkit"];

const here = dirname(fileURLToPath(import.meta.url));
const casesDir = join(here, "../cases");
const tablesDir = join(here, "..");
const sourceDir = join(here, "../../src/view");
const demoDir = join(here, "../../www");

/** What is tested on each page of the demo, by `site/NAME.js`; not every driver, nor axe-core, is at home everywhere. */
const ON_A_PAGE = [
  { test: "look" },
  { test: "audit", engines: ["chromium", "firefox"] },
  { test: "keys", engines: ["chromium", "firefox"] },
  { test: "loading", engines: ["chromium"] },
  { test: "print", engines: ["chromium"] },
];
/** The pages with an element, and what is said of what it no longer waits for, as another is asked of it or the page goes. */
const WITH_AN_ELEMENT = /^(tag|comments|article)\.html/;
const OF_AN_ELEMENT = /request failed: .*(\.json|\/comments\/[\w-]+) \((net::ERR|NS_BINDING)_ABORTED\)/;
const DEMO = {
  pages: (await listPages(demoDir)).flatMap((page) =>
    ON_A_PAGE.map(({ test, engines }) => ({
      path: `site/site.html?${new URLSearchParams({ test, page })}`,
      engines,
      noise: WITH_AN_ELEMENT.test(page) ? OF_AN_ELEMENT : undefined,
    })),
  ),
  engines: ["chromium", "firefox", "webkit"],
};

/** What is said of the requests of frames that come and go. */
const OF_FRAMES = /request failed: .*(ABORTED|context already closed)/;

/** What runs: the worker in Node, and the pages in order; `noise` is what one may hear from them. */
const CASES = {
  worker: "node.mjs",
  pages: [
    { path: "cases.html" },
    { path: "life.html" },
    { path: "sheets.html" },
    { path: "untouched.html" },
    { path: "coreless.html", noise: new RegExp(`${OF_A_WRONG_FILE.source}|${OF_FRAMES.source}`, "i") },
    { path: "tag.html", noise: OF_FRAMES },
    { path: "comments.html" },
    { path: "others.html", noise: OF_FRAMES },
    { path: "demo.html" },
    { path: "integrity.html", noise: OF_A_WRONG_FILE },
    ...Object.entries(POLICIES).map(([name, { draws, isFramed }]) => ({
      path: isFramed ? "sandboxed.html" : `policed/${name}.html`,
      noise: draws ? OF_AN_END : OF_A_POLICY,
    })),
    ...(await listSnippetPages(join(here, "../.."))),
    ...DEMO.pages,
  ],
};
/** The same for so many traps, and the milliseconds they take `more`. */
const recovery = (traps) => ({
  worker: "recovery.mjs",
  pages: [{ path: `recovery.html?traps=${traps}` }],
  traps,
  more: traps * PER_TRAP,
});
/** So many meet every fault twice, so that memory can be held against what it was. */
const LEAST_TRAPS = 16;

/** The long tests; they ask for what only Chromium tells. */
const LONG = { pages: [{ path: "soak.html" }], more: 3_600_000, engines: ["chromium"] };

/** Milliseconds: the longest a page, or Node, may take over all tests; a picture or an end; between two looks. */
const LIMIT = 120_000;
const END_LIMIT = 10_000;
const PAUSE = 50;

const tally = { passed: 0, failed: 0 };

function report(name, error) {
  tally[error === undefined ? "passed" : "failed"] += 1;
  console.log(error === undefined ? `ok  ${name}` : `FAIL ${name}: ${error.replaceAll("\n", "\n     ")}`);
}

/** Runs the tests in Node, in a thread of its own: one that never returns can still be ended. */
async function runInNode(packageDir, { worker: file, traps, more = 0 }) {
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { packageDir, casesDir, tablesDir, traps } });
  let last = "the import of the package";
  const ended = new Promise((settle) => {
    worker.on("message", ({ name, error }) => report((last = name), error));
    worker.on("error", (error) => settle(`after ${last}: ${error?.stack ?? error}`));
    worker.on("exit", (code) => settle(code === 0 ? undefined : `ended with ${code} after ${last}`));
  });
  const limit = LIMIT + more;
  const why = await within(limit, ended, () => `no end in ${limit / 1000} s; the last thing done was ${last}`);
  await worker.terminate();
  if (why !== undefined) report("node: runs to its end", why);
}

/** Runs the pages in one engine. */
async function runInEngine(engine, origin, { pages, more = 0, name = "" }, shotsDir) {
  let browser;
  try {
    const { launch } = await import(`./engines/${engine}.mjs`);
    browser = await within(LIMIT, launch(origin), () => {
      throw new Error(`no start in ${LIMIT / 1000} s`);
    });
    const own = pages.filter(({ path, engines }) => path.includes(name) && (engines?.includes(engine) ?? true));
    for (const page of own) await runPage(browser, engine, origin, page, LIMIT + more, shotsDir);
  } catch (error) {
    const said = await within(END_LIMIT, browser?.complaints(), () => []).catch(() => []);
    report(`${engine}: runs to its end`, [String(error?.message ?? error), ...(said ?? [])].join("\n"));
    if (browser !== undefined) await photograph(browser, shotsDir, engine);
  }
  await within(END_LIMIT, browser?.close(), () => {}).catch(() => {});
}

/** Runs one page of an engine, and listens to what it says while it runs. */
async function runPage(browser, engine, origin, { path, noise }, limit, shotsDir) {
  const place = `${engine}, ${path}`;
  await within(LIMIT, browser.open(`${origin}/${path}`), () => {
    throw new Error(`${path} has not come in ${LIMIT / 1000} s`);
  });
  const results = await outcome(browser, limit);
  const said = new Set((await browser.complaints()).filter((complaint) => !noise?.test(complaint)));
  report(`${place}: the page stays quiet`, said.size === 0 ? undefined : [...said].join("\n"));
  for (const [index, { name, error, figures }] of results.entries()) {
    const title = `${place}: ${name}`;
    report(figures === undefined ? title : `${title}: ${figures}`, error);
    if (error !== undefined) {
      await browser.evaluate(`window.__show(${index})`);
      await photograph(browser, shotsDir, title);
    }
  }
}

/** Waits for the page's results, and does what it wishes; one stuck in a loop does not even answer the question. */
async function outcome(browser, limit) {
  const end = Date.now() + limit;
  let last = "its first line";
  for (;;) {
    const [results, now, wishes] = await within(
      end - Date.now(),
      browser.evaluate("[window.__results ?? null, window.__now ?? null, window.__wishes ?? null]"),
      () => {
        throw new Error(`the page has no results after ${limit / 1000} s; it was last seen at ${last}`);
      },
    );
    if (results !== null) return results;
    last = now ?? last;
    const came = [];
    for (const [method, given] of wishes ?? []) came.push((await browser[method]?.(given)) ?? null);
    if (wishes !== null) await browser.evaluate(`void window.__granted(${JSON.stringify(came)})`);
    await new Promise((wake) => setTimeout(wake, PAUSE));
  }
}

async function within(milliseconds, promise, late) {
  let timer;
  const limit = new Promise((wake) => {
    timer = setTimeout(wake, Math.max(0, milliseconds));
  }).then(late);
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes a picture of a failure; that it cannot be taken is not a failure of its own. */
async function photograph(browser, shotsDir, title) {
  const file = join(shotsDir, `${title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 100)}.png`);
  await mkdir(shotsDir, { recursive: true });
  const taken = browser.screenshot(file).then(() => `picture: ${file}`);
  const line = within(END_LIMIT, taken, () => "no picture: the browser does not answer");
  console.log(`     ${await line.catch((error) => `no picture: ${error.message}`)}`);
}

async function main() {
  const options = {
    traps: { type: "string" },
    long: { type: "boolean" },
    demo: { type: "boolean" },
    page: { type: "string" },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [packageDir, ...named] = positionals;
  const traps = values.traps === undefined ? undefined : Number(values.traps);
  const isPlain = traps === undefined || traps >= LEAST_TRAPS;
  if (packageDir === undefined || named.some((name) => !ENGINES.includes(name)) || !isPlain) {
    const kinds = `--demo | --traps=N, ${LEAST_TRAPS} or more | --long`;
    console.error(`usage: node run.mjs PACKAGE_DIR [${kinds}] [--page=NAME] [${ENGINES.join("|")}]…`);
    process.exit(2);
  }
  const kind = values.demo ? DEMO : values.long ? LONG : traps === undefined ? CASES : recovery(traps);
  const tests = { ...kind, name: values.page };
  // Whoever reads this has gone; a browser must not stay behind for nobody.
  process.stdout.on("error", () => process.exit(1));

  const root = resolve(packageDir);
  if ((await listCases(casesDir)).length === 0) report("cases", `there are none in ${casesDir}`);
  const server = await serve({ packageDir: root, sourceDir, casesDir, tablesDir, pagesDir: here, demoDir });
  for (const engine of named.length > 0 ? named : (tests.engines ?? ENGINES)) {
    const shotsDir = join(dirname(root), "browser-failures", engine);
    await rm(shotsDir, { recursive: true, force: true });
    await (engine === "node" ? runInNode(root, tests) : runInEngine(engine, server.origin, tests, shotsDir));
  }
  server.close();
  console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
  // An engine that never came to its start or its end must not keep us; what is written is written first.
  process.stdout.write("", () => process.exit());
}

await main();
