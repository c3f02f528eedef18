/** The package and the program in, a site with comments on this machine, served by it, out. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const TOKEN = "a token of the tests";
export const ARTICLE = "/articles/rain";
export const COMMENTS = "/comments/rain";

/** More threads than a page holds; the first has more replies than a list gives. */
export const THREADS = 54;
export const REPLIES = 13;

/** A number as pages show it. */
export const number = (value) => value.toLocaleString("fa", { useGrouping: false });

/** What is written in the thread of a number. */
export const thread = (value) => `نظر شمارهٔ ${number(value)}.`;

const FIRST_DAY = Date.parse("2025-03-21T08:00:00Z");

/** The newest thread is number 1, so that the last ones are on the second page. */
function comments() {
  const made = (id, parent, text, hours) => ({
    id,
    parent,
    author: `خوانندهٔ ${id}`,
    text,
    date: new Date(FIRST_DAY + hours * 3_600_000).toISOString(),
  });
  const upTo = (length, make) => Array.from({ length }, (_, at) => make(at + 1));
  const threads = upTo(THREADS, (count) => made(`t${count}`, "", thread(count), 2000 - count));
  const replies = upTo(REPLIES, (count) => made(`r${count}`, "t1", `پاسخ شمارهٔ ${number(count)}.`, 3000 + count));
  return [...threads, ...replies];
}

/**
 * A folder with an article and its comments, the package beside it, and a database. `start` has the program serve it, at
 * the same address each time, and `stop` ends it.
 */
export async function settle(packageDir, program) {
  const folder = await mkdtemp(join(tmpdir(), "satr-endtoend-"));
  const site = join(folder, "site");
  await mkdir(join(site, "articles"), { recursive: true });
  await symlink(packageDir, join(site, "satr"), "junction");
  const article = {
    version: 1,
    language: "fa",
    headline: "باران پاییزی در سمنان",
    body: ["باران از صبح آغاز شد و تا شب بارید."],
    commentRules: ["نظر توهین‌آمیز منتشر نمی‌شود."],
    comments: comments(),
  };
  await writeFile(join(site, "articles/rain.json"), JSON.stringify(article));
  let port = 0;
  let server;
  const place = {
    /** What the program has written to its log, a line each. */
    log: [],
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    async start() {
      const file = join(folder, "comments.db");
      const options = ["--comments", file, "--token", TOKEN, "--port", String(port), "--log", "json"];
      server = spawn(program, ["serve", site, ...options], { stdio: ["ignore", "pipe", "pipe"] });
      createInterface({ input: server.stderr }).on("line", (line) => place.log.push(line));
      const ended = new Promise((_, fail) => {
        server.once("error", fail);
        server.once("exit", (code) => fail(new Error(`the program ended with ${code}: ${place.log.join("\n")}`)));
      });
      ended.catch(() => {}); // also when it is told to end
      const told = new Promise((wake) => createInterface({ input: server.stdout }).once("line", wake));
      port = Number(new URL(await Promise.race([told, ended])).port);
    },
    async stop() {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((wake) => server.once("exit", wake));
      server.kill();
      await ended;
    },
    async clear() {
      await place.stop();
      await rm(folder, { recursive: true, force: true });
    },
    /** What a script asks of the server, by a moderator's token. */
    async ask(path, body) {
      const [accept, authorization] = ["application/json", `Bearer ${TOKEN}`];
      const headers = { accept, authorization, "content-type": accept };
      const method = body === undefined ? "GET" : "POST";
      const answer = await fetch(place.origin + path, { method, headers, body: body && JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    /** The entry of a comment that waits, by its text. */
    async waiting(text) {
      const { entries } = await place.ask("/moderation");
      return entries.find(({ comment }) => comment.text === text);
    },
  };
  return place;
}
