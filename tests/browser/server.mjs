/**
 * Folders in, a web server on this machine alone out.
 *
 * `/satr/` is the package, and so is `/satr-1/` or any other number: to a page each is a package not yet loaded.
 * `/source/` is what its sheets are made from, `/cases/` are the cases, `/format/cases.json`, `/import/cases.json` and
 * `/text/cases.json` the tables of dates and numbers, of imports and of texts, `/demo/` is the demo with the package in it,
 * under the strict policy; anything in the root is a page of ours, `/policed/NAME.html` one under a policy,
 * `/snippets/FILE/LINE.html` one of the docs, which finds the package in a folder `satr` wherever it looks for it; comments
 * are at home at `/comments/4692303`, and those of the demo's articles at `/demo/comments/NAME`. Articles name pictures
 * that are nowhere: what lies outside these is answered with nothing, so that no page complains of it.
 * `/wrong/…` is the package again, one file of which is answered wrongly the first time, as `wrong.mjs` knows how. `/slow/`
 * before a path, or before that of the page which asks, is a line on which pictures and fonts take their time; `/packed/`
 * is the server that sends everything as small as brotli makes it.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { POLICIES } from "./policies.js";
import { answerSnippet } from "./snippets/pages.mjs";
import { answerComments } from "./talk.mjs";
import { mistaken, readMistake } from "./wrong.mjs";

const TYPES = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".opus": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt",
  ".wasm": "application/wasm",
  ".webm": "video/webm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** A path's line, and what is asked for on it. */
const LINE = /^(?:\/(slow|packed)(?=\/))?(.*)$/;
/** Milliseconds that a picture or a font takes on a slow line. */
const DELAY = 1000;

const pack = promisify(brotliCompress); // at its highest level, 11, when not told otherwise

/** What a page of the docs asks for: a file of the package, whatever is before its folder; an article by its code. */
const OF_THE_DOCS = /^\/(?:snippets\/(?:docs\/)?[\w-]+\.md|wp-content)\/satr\/(.*)$/;
const BY_CODE = /^\/articles\/(\d+\.json)$/;
const TEXT = "/articles/4692303.txt";

const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** The answer that pleases a request for something nobody has: one clear pixel where a picture is wanted. */
export function blank(isImage) {
  return isImage
    ? { status: 200, contentType: "image/gif", body: GIF }
    : { status: 204, contentType: "text/plain", body: "" };
}

/** Every case by name, and whether it brings options. */
export async function listCases(casesDir) {
  const entries = await readdir(casesDir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, hasOptions: await isFile(join(casesDir, name, "options.json")) })),
  );
}

/** Serves what lies in a folder, and no more, as any host does. */
export function host(folder) {
  return listen(async ({ url }) => file(folder, decodeURIComponent(pathOf(url)).slice(1)));
}

/** Serves on a free port; gives its `origin` and `close`. */
export function serve({ packageDir, sourceDir, casesDir, tablesDir, pagesDir, demoDir }) {
  const missed = new Set();
  const answer = async (request) => {
    const isImage = request.headers["sec-fetch-dest"] === "image";
    // A browser told to take us for its proxy asks for a whole address, which is then another server's.
    if (!request.url.startsWith("/")) return blank(isImage);
    const [, , path] = LINE.exec(decodeURIComponent(pathOf(request.url)));
    if (path === "/cases/index.json")
      return { status: 200, contentType: TYPES[".json"], body: JSON.stringify(await listCases(casesDir)) };
    const [, inPackage] = /^\/satr(?:-\d+)?\/(.*)$/.exec(path) ?? OF_THE_DOCS.exec(path) ?? [];
    if (inPackage !== undefined) return file(packageDir, inPackage);
    const wrong = readMistake(path);
    if (wrong !== undefined) {
      const answered = await file(packageDir, wrong.path);
      const isFirst = wrong.isMeant && !missed.has(wrong.turn);
      if (isFirst) missed.add(wrong.turn);
      return isFirst ? mistaken(wrong.mistake, answered) : answered;
    }
    if (path === "/source/satr.css")
      return { status: 200, contentType: TYPES[".css"], body: await joined(join(sourceDir, "sheet")) };
    if (path.startsWith("/source/")) return file(sourceDir, path.slice(8));
    if (path.startsWith("/cases/")) return file(casesDir, path.slice(7));
    if (/^\/((format|import|text)\/cases\.json|states\/\w+\.html)$/.test(path)) return file(tablesDir, path.slice(1));
    const sent = { method: request.method, search: searchOf(request.url), body: await bodyOf(request) };
    const comments = await answerComments(path, sent, casesDir);
    if (comments) return comments;
    const [, inDemo] = /^\/demo\/(.*)$/.exec(path) ?? [];
    if (inDemo?.startsWith("satr/")) return file(packageDir, inDemo.slice(5));
    if (inDemo !== undefined) return { ...(await file(demoDir, inDemo)), policy: POLICIES.strict.header };
    const snippet = await answerSnippet(path, { root: join(demoDir, ".."), packageDir });
    if (snippet) return snippet.file ? file(dirname(snippet.file), basename(snippet.file)) : snippet;
    if (path === TEXT) return file(casesDir, "import-page/source.txt");
    if (path.startsWith("/articles/")) return file(demoDir, path.replace(BY_CODE, "/articles/mehr-$1").slice(1));
    const [, policed] = /^\/policed\/([\w-]+)\.html$/.exec(path) ?? [];
    if (Object.hasOwn(POLICIES, policed ?? "")) {
      return under(POLICIES[policed], await file(pagesDir, "policed.html"), request.headers.host);
    }
    const page = await file(pagesDir, path.slice(1));
    return page.status === 200 ? page : blank(isImage);
  };
  return listen(answer);
}

async function listen(answer) {
  const server = createServer((request, response) => {
    const line = lineOf(request);
    const asked = request.headers["sec-fetch-dest"];
    answer(request)
      .catch((error) => ({ status: 500, contentType: "text/plain", body: String(error) }))
      .then(async ({ status, contentType, body, policy, headers }) => {
        if (line === "slow" && ["font", "image"].includes(asked)) await wait(DELAY);
        response.writeHead(status, {
          "content-type": contentType,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
          ...(line === "packed" && { "content-encoding": "br" }),
          ...(policy && { "content-security-policy": policy }),
          // A frame that may only run scripts is of no origin.
          ...(request.headers.origin === "null" && { "access-control-allow-origin": "null" }),
          ...headers,
        });
        response.end(line === "packed" ? await pack(body) : body);
      });
  });
  await new Promise((ready, fail) => server.once("error", fail).listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page as a host serves it under a policy. */
function under({ header, headers, nonce, isFramed }, page, host) {
  // To WebKit, what is of no origin has no `self`.
  const policy = isFramed ? header.replaceAll("'self'", `http://${host}`) : header;
  const body = nonce === undefined ? page.body : String(page.body).replaceAll("<script", `<script nonce="${nonce}"`);
  return { ...page, body, policy, headers };
}

/** The line that a request comes by, if it is one of its own: articles name pictures by paths that leave theirs out. */
function lineOf({ url, headers: { referer } }) {
  const [own, other] = [url, referer ?? "/"].map((address) => LINE.exec(pathOf(address))[1]);
  return own ?? other;
}

/** What is sent with a request. */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function searchOf(address) {
  return new URL(address, "http://here").searchParams;
}

function pathOf(address) {
  return new URL(address, "http://here").pathname;
}

async function file(folder, path) {
  const full = join(folder, path);
  // `join` has folded every `..`; what is no longer below the folder is not ours to give.
  const inside = full.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (!inside || !(await isFile(full))) return { status: 404, contentType: "text/plain", body: "not found" };
  return {
    status: 200,
    contentType: TYPES[extname(full)] ?? "application/octet-stream",
    body: await readFile(full),
  };
}

/** The files of a folder by name, one behind the other. */
async function joined(folder) {
  const names = (await readdir(folder)).sort();
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

async function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
