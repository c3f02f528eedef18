/**
 * A packed package with its tarball beside it in, a report on how it does where people put it out:
 * `node hosting.mjs PACKAGE_DIR`.
 *
 * The tarball is unpacked, then made part of an app by a bundler, laid beside a page as the README has it, opened from
 * a disk and in a frame without an origin, and asked for HTML in Node and in workerd. One line a test, then
 * `N passed, N failed, N skipped`.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "vite";
import workerd from "workerd";
import { launch } from "./engines/chromium.mjs";
import { ARTICLE, DAMAGED, REPAIRED_HEADLINE, refuses, sameBytes } from "./expect.js";
import { host } from "./server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const casesDir = join(here, "../cases");

/** The cases that servers are asked for: each of its own kind, two with options. */
const CASES = ["every-field", "hostile", "import-fars", "latin-numerals", "options-contents", "smallest"];

const FONT = /^Vazirmatn.*\.woff2$/;

/** Chromium's own words on a font that it may not have, as where there is no origin to have it by. */
const OF_A_FONT = /\.woff2|\bfont\b/i;

const tally = { passed: 0, failed: 0 };

async function test(name, body) {
  try {
    await body();
    tally.passed += 1;
    console.log(`ok  ${name}`);
  } catch (error) {
    tally.failed += 1;
    console.log(`FAIL ${name}: ${String(error?.stack ?? error).replaceAll("\n", "\n     ")}`);
  }
}

function equal(came, expected, what) {
  if (came !== expected) throw new Error(`${what}: expected ${expected}, came ${came}`);
}

/** A case as servers are given it. */
async function readCase(name) {
  const read = (file) => readFile(join(casesDir, name, file));
  const [article, expected, options] = await Promise.all([
    read("input.json").then(JSON.parse),
    read("expected.html"),
    read("options.json").then(JSON.parse, () => undefined),
  ]);
  return { article, options, expected };
}

/** Opens a page, and gives what `look.js` sees there. */
async function look(address, origin, noise) {
  const browser = await launch(origin);
  try {
    await browser.open(address);
    await browser.evaluate(`globalThis.look || (() => {\n${await readFile(join(here, "hosting/look.js"), "utf8")}})()`);
    const seen = await browser.evaluate("look()");
    const said = (await browser.complaints()).filter((complaint) => !noise?.test(complaint));
    if (said.length > 0) throw new Error(`the page says ${said.join("\n")}`);
    if (!seen.font.includes("Satr Vazirmatn")) throw new Error(`it is not dressed: its font is ${seen.font}`);
    return seen;
  } finally {
    await browser.close();
  }
}

/** The same of a page that a host has in its folder. */
async function lookAt(folder, page, noise) {
  const server = await host(folder);
  try {
    return await look(`${server.origin}/${page}`, server.origin, noise);
  } finally {
    server.close();
  }
}

/** Holds when a page has asked for nothing but these, and for the font. */
function askedOnlyFor({ asked }, ...names) {
  equal(asked.filter((name) => !FONT.test(name)).sort().join(), names.sort().join(), "what it asks for");
}

async function checkBundled(packageDir, folder) {
  await test("an app that Vite has built draws an article, and repairs it", async () => {
    const app = join(folder, "bundled");
    await cp(join(here, "hosting/bundled"), app, { recursive: true });
    await writeFile(join(app, "article.json"), JSON.stringify(DAMAGED));
    await mkdir(join(app, "node_modules"));
    await symlink(packageDir, join(app, "node_modules/satr"), "junction");
    await build({ root: app, configFile: false, logLevel: "error" });
    const { headline, inTag, notes } = await lookAt(join(app, "dist"), "index.html");
    equal([headline, inTag].join(), [REPAIRED_HEADLINE, REPAIRED_HEADLINE].join(), "the headlines");
    equal(notes, "", "the notes");
  });
}

async function checkBeside(packageDir, folder) {
  await test("the page of the README draws an article, the package's folder beside it", async () => {
    const site = join(folder, "beside");
    const [, page] = /^### In a web page$[^]*?^```html\n([^]*?)^```$/m.exec(await readFile(join(root, "README.md"), "utf8"));
    const [, article] = /"\/(articles\/\d+\.json)"/.exec(page);
    await cp(join(root, "www/articles"), join(site, "articles"), { recursive: true });
    await rename(join(site, "articles/mehr-4692303.json"), join(site, article));
    await symlink(packageDir, join(site, "satr"), "junction");
    await writeFile(join(site, "index.html"), `<!doctype html>\n<meta charset="utf-8">\n${page}`);
    const { headline } = await lookAt(site, "index.html");
    if (!headline) throw new Error("it has no headline");
  });
}

async function checkInline(packageDir, folder) {
  const site = join(folder, "inline");
  await cp(join(here, "hosting/inline"), site, { recursive: true });
  await cp(join(here, "hosting/look.js"), join(site, "look.js"));
  await symlink(packageDir, join(site, "satr"), "junction");

  await test("inline.global.js draws an article in a page opened from a disk, where nothing but the font may be asked for", async () => {
    const seen = await look(pathToFileURL(join(site, "classic.html")).href, "file://", OF_A_FONT);
    equal([seen.headline, seen.inTag].join(), [ARTICLE.headline, ARTICLE.headline].join(), "the headlines");
  });

  await test("inline.global.js draws an article in a frame without an origin, and asks for nothing but the font", async () => {
    const seen = await lookAt(site, "framed.html", OF_A_FONT);
    equal([seen.headline, seen.inTag].join(), [ARTICLE.headline, ARTICLE.headline].join(), "the headlines");
    askedOnlyFor(seen, "inline.global.js", "look.js");
  });

  await test("inline.js draws an article, and asks for nothing but the font", async () => {
    const seen = await lookAt(site, "module.html");
    equal([seen.headline, seen.inTag].join(), [ARTICLE.headline, ARTICLE.headline].join(), "the headlines");
    askedOnlyFor(seen, "inline.js");
  });
}

async function checkNode(packageDir) {
  const { renderToBytes, renderToString } = await import(pathToFileURL(join(packageDir, "ssr.js")).href);
  await checkServer("Node", renderToBytes);
  await test("ssr.js repairs in Node", async () => {
    if (!(await renderToString(DAMAGED)).includes(REPAIRED_HEADLINE)) throw new Error("it does not");
  });
}

/** What any server does, by a function that draws there. */
async function checkServer(where, draw) {
  for (const name of CASES) {
    await test(`ssr.js in ${where}: ${name}, bytes`, async () => {
      const { article, options, expected } = await readCase(name);
      sameBytes(await draw(article, options), expected);
    });
  }

  await test(`ssr.js in ${where}: what is refused is refused with its code, and the next article is drawn`, async () => {
    await refuses(() => draw([]), "bad-type");
    await refuses(() => draw("{"), "bad-json");
    const { article, expected } = await readCase("smallest");
    sameBytes(await draw(article), expected);
  });
}

/** Asks a worker for an article as its client would. */
async function ask(port, article, options) {
  const body = JSON.stringify({ article, options });
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw await response.json();
}

async function checkWorkerd(packageDir, folder) {
  const place = join(folder, "worker");
  await cp(join(here, "hosting/worker"), place, { recursive: true });
  await symlink(packageDir, join(place, "satr"), "junction");
  const server = spawn(workerd.default, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: place,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const ports = await listening(server, ["told", "bare"]);
    await checkServer("workerd", (article, options) => ask(ports.told, article, options));
    await test("ssr.js in workerd: an article is repaired by what a worker gives to satr/text", async () => {
      const html = new TextDecoder().decode(await ask(ports.told, DAMAGED));
      if (!html.includes(REPAIRED_HEADLINE)) throw new Error(html);
    });
    await test("ssr.js in workerd: without a wasm it says that it wants one", () =>
      refuses(() => ask(ports.bare, ARTICLE), "no-wasm", /init\(\) is to be told where the wasm is/));
  } finally {
    server.kill();
  }
}

/** The port of each of a server's sockets, once it listens at all of them. */
async function listening(server, names) {
  const ports = {};
  const ended = once(server, "exit").then(([code]) => {
    throw new Error(`workerd ended with ${code}`);
  });
  let told = "";
  const all = new Promise((resolve) =>
    server.stdio[3].setEncoding("utf8").on("data", (text) => {
      const lines = (told += text).split("\n");
      told = lines.pop();
      for (const { event, socket, port } of lines.map((line) => JSON.parse(line)))
        if (event === "listen") ports[socket] = port;
      if (names.every((name) => name in ports)) resolve(ports);
    }),
  );
  ended.catch(() => {}); // also when it is told to end
  return Promise.race([all, ended]);
}

async function main() {
  const [packed] = process.argv.slice(2).map((path) => resolve(path));
  if (packed === undefined) {
    console.error("usage: node hosting.mjs PACKAGE_DIR");
    process.exit(2);
  }
  const { name, version } = JSON.parse(await readFile(join(packed, "package.json"), "utf8"));
  const folder = await mkdtemp(join(tmpdir(), "satr-hosting-"));
  try {
    await promisify(execFile)("tar", ["-xzf", join(dirname(packed), `${name}-${version}.tgz`), "-C", folder]);
    const packageDir = join(folder, "package");
    await checkBundled(packageDir, folder);
    await checkBeside(packageDir, folder);
    await checkInline(packageDir, folder);
    await checkNode(packageDir);
    await checkWorkerd(packageDir, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

await main();
