/** What the bench page loads in, a web server on this machine alone out. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const PAGES = ["bench.html", "page.js", "contenders.js", "random.js"];

/** Serves on a free port; gives its `origin` and `close`. */
export async function serve({ packageDir, articles, rivals }) {
  const held = new Map([
    ...articles.map(({ name, bytes }) => [`/workloads/${name}.json`, bytes]),
    ...rivals.map(({ name, code }) => [`/rivals/${name}.js`, code]),
  ]);
  const bodyOf = async (path) => {
    if (held.has(path)) return held.get(path);
    if (PAGES.includes(path.slice(1))) return readFile(fileURLToPath(new URL(`.${path}`, import.meta.url)));
    const [, inPackage] = /^\/satr\/(.+)$/.exec(path) ?? [];
    if (inPackage === undefined || inPackage.split("/").includes("..")) throw new Error(`no ${basename(path)} here`);
    return readFile(join(packageDir, inPackage));
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://here").pathname);
    const body = await bodyOf(path).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      // Only a page that is kept apart from all others has a clock finer than a tenth of a millisecond.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
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
