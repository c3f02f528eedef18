/**
 * A snippet in, the page in which browsers run it out.
 *
 * | language | its page |
 * | --- | --- |
 * | `html` | itself; one that loads no script loads `element.js` |
 * | `js` | a module, with `<div id="article">` to draw into |
 * | `js node` | what the server that it starts answers to its path |
 * | `jsx`, `vue` | an app that Vite makes of it, given an `article` |
 * | `css` | an article that it styles |
 * | `http`, `nginx` | an article, served with these headers |
 *
 * `look.js`, the first script of each, finds out whether it does what it is there for.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleApp } from "./app.mjs";
import { startServer } from "./processes.mjs";
import { readSnippets, withAssertions } from "./read.mjs";

/** Chromium's word on an answer that was read to its end all the same, and on what the next page makes it leave. */
const OF_AN_END = /request failed: .*ABORTED/;

/** What an article that is served wrongly, or to be refused, makes browsers and the package say. */
const OF_AN_ERROR = /request failed: .*ABORTED|Failed to load resource|Satr: |content[- ]security[- ]policy|integrity|NetworkError|Cross-Origin/i;

const ARTICLE = "/articles/4692303.json";

const FIRST = '<!doctype html>\n<html lang="fa" dir="rtl">\n<meta charset="utf-8">\n<title>Satr: a snippet</title>\n';
const ELEMENT = '<script type="module" src="./satr/element.js"></script>\n';
const TAG = `<satr-article src="${ARTICLE}"><a href="/news/4692303">متن خبر</a></satr-article>\n`;

const PAGES = {
  html: ({ text }) => (/<script\b/.test(text) ? text : ELEMENT + text),
  js: ({ text }, imports) => `${imports}<div id="article"></div>\n<script type="module">\n${text}globalThis.__ended();\n</script>\n`,
  css: ({ text }) => `${ELEMENT}<link rel="stylesheet" href="data:text/css,${encodeURIComponent(text)}">\n${TAG}`,
  http: () => ELEMENT + TAG,
  nginx: () => ELEMENT + TAG,
  jsx: () => "",
  vue: () => "",
};

/** The snippets that have a page, as `run.mjs` lists pages. */
export async function listSnippetPages(root) {
  const own = (await readSnippets(root)).filter(hasPage);
  return own.map((snippet) => ({
    path: `snippets/${snippet.file}/${snippet.line}.html`,
    noise: "error" in snippet.words ? OF_AN_ERROR : OF_AN_END,
  }));
}

/** Apps draw an article; of Node, what a browser is to see has a path to be got by. */
export function hasPage({ language, words }) {
  return Object.hasOwn(PAGES, language) && !("worker" in words) && (!("node" in words) || "get" in words);
}

/** What `/snippets/…` answers: `{ status, contentType, body, headers }`, or nothing if that is nowhere. */
export async function answerSnippet(path, { root, packageDir }) {
  const [, name, line, rest] = /^\/snippets\/(README\.md|docs\/[\w-]+\.md)\/(\d+)(\.html|\/.*)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const snippet = (await readSnippets(root)).find(({ file, line: own }) => file === name && own === Number(line));
  if (!snippet || !hasPage(snippet)) return undefined;
  if (["jsx", "vue"].includes(snippet.language)) {
    const app = await bundleApp(snippet, { root, packageDir });
    if (rest !== ".html") return { file: join(app, rest) };
    return page(snippet, { count: 0, body: await readFile(join(app, "index.html"), "utf8") });
  }
  if ("node" in snippet.words) {
    const { address } = await startServer(snippet, packageDir);
    const answer = await fetch(new URL(snippet.words.get, address));
    return page(snippet, { count: 0, body: await answer.text() });
  }
  const { script: text, count } = withAssertions(snippet.text);
  const html = PAGES[snippet.language]({ ...snippet, text }, await importMap(packageDir));
  return page(snippet, { count, body: await withHashes(html, packageDir) });
}

/** A page with `look.js` ahead of all other scripts, and what it is to know. */
function page({ language, words, text }, { count, body }) {
  const headers = ["http", "nginx"].includes(language) ? headersOf(text) : {};
  const [, nonce] = /'nonce-([^']*)'/.exec(Object.values(headers).join()) ?? [];
  const told = JSON.stringify({ language, ...words, count, headers }).replaceAll('"', "&quot;");
  const look = `<script type="module" src="/snippets/look.js" data-told="${told}"></script>\n`;
  const whole = /<html\b/.test(body) ? body : FIRST + body;
  const looking = whole.replace(/<meta charset="utf-8"\/?>\n?/, (meta) => meta + look);
  if (looking === whole) throw new Error("a page begins with <meta charset>");
  const trusted = nonce === undefined ? looking : looking.replaceAll("<script ", `<script nonce="${nonce}" `);
  return { status: 200, contentType: "text/html; charset=utf-8", body: trusted, headers };
}

/** The headers that a snippet sets: `Name: value`, or nginx's `add_header Name "value" always;`. */
function headersOf(text) {
  const lines = text.matchAll(/^(?:([\w-]+): (.*)|\s*add_header ([\w-]+) "([^"]*)"(?: always)?;.*)$/gm);
  return Object.fromEntries([...lines].map(([, name, value, added, its]) => [name ?? added, value ?? its]));
}

/** What a bundler finds by the manifest, for a page. */
async function importMap(packageDir) {
  const { exports } = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8"));
  const scripts = Object.entries(exports).filter(([, target]) => target.default?.endsWith(".js"));
  const imports = scripts.map(([name, target]) => [`satr${name.slice(1)}`, `./satr/${target.default.slice(2)}`]);
  return `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(imports) })}</script>\n`;
}

/** A hash is another with every build: one that is left open is that of the file it stands beside. */
async function withHashes(html, packageDir) {
  const open = /((?:src|href)="[^"]*\/satr\/([\w.-]+)"[^>]*integrity=")sha384-…"/g;
  const hashes = new Map();
  for (const [, , name] of html.matchAll(open))
    hashes.set(name, createHash("sha384").update(await readFile(join(packageDir, name))).digest("base64"));
  return html.replace(open, (_, before, name) => `${before}sha384-${hashes.get(name)}"`);
}
