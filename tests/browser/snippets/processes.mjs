/** A snippet for Node, a worker or a shell in, what came of running it out. */
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { withAssertions } from "./read.mjs";

/** Milliseconds for a script to come to its end, or a server to its start. */
const LIMIT = 20_000;

const FIRST = fileURLToPath(new URL("first.mjs", import.meta.url));
const ARTICLES = fileURLToPath(new URL("../../../www/articles/", import.meta.url));

/** What is left behind when all is done. */
const leavings = [];
process.once("exit", () => leavings.forEach((clear) => clear()));

/** A folder as whoever follows the docs has it: the package beside it and installed, and an article. */
async function place(packageDir) {
  const folder = await mkdtemp(join(tmpdir(), "satr-snippet-"));
  leavings.push(() => rmSync(folder, { recursive: true, force: true }));
  await Promise.all(["node_modules", "articles", "dist"].map((name) => mkdir(join(folder, name))));
  for (const name of ["satr", "node_modules/satr", "dist/satr"]) await symlink(packageDir, join(folder, name), "junction");
  const beside = dirname(packageDir);
  for (const name of (await readdir(beside)).filter((name) => name.endsWith(".tgz"))) await cp(join(beside, name), join(folder, "dist", name));
  await cp(join(ARTICLES, "mehr-4692303.json"), join(folder, "articles/4692303.json"));
  await writeFile(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
  return folder;
}

/** Starts a script in Node; gives the process, what it has asserted, and how many assertions there are. */
async function start({ text }, packageDir) {
  const folder = await place(packageDir);
  const { script, count } = withAssertions(text);
  await writeFile(join(folder, "snippet.js"), script);
  const child = fork(join(folder, "snippet.js"), { cwd: folder, execArgv: ["--import", FIRST], silent: true });
  leavings.push(() => child.kill());
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const asserted = new Map();
  child.on("message", ({ line, error }) => line && asserted.set(line, error));
  return { child, asserted, count, said: () => said };
}

/** Runs a script to its end. */
export async function runScript(snippet, packageDir) {
  const { child, asserted, count, said } = await start(snippet, packageDir);
  const timer = setTimeout(() => child.kill(), LIMIT);
  const [code] = await once(child, "exit");
  clearTimeout(timer);
  if (code !== 0) throw new Error(`it ended with ${code}: ${said()}`);
  const wrong = [...asserted.values()].filter(Boolean);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  if (count === 0 || asserted.size < count) throw new Error(`${asserted.size} of ${count} assertions were come to`);
}

const servers = new Map();

/** The server that a script starts, wherever it would listen: `{ address, child }`; it is started once. */
export function startServer(snippet, packageDir) {
  const key = `${snippet.file}:${snippet.line}`;
  if (!servers.has(key)) servers.set(key, listen(snippet, packageDir));
  return servers.get(key);
}

async function listen(snippet, packageDir) {
  const { child, said } = await start(snippet, packageDir);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the server ended with ${code}: ${said()}`);
  });
  const late = new Promise((_, fail) => setTimeout(fail, LIMIT, new Error("the server does not listen")).unref());
  const port = new Promise((tell) => child.on("message", ({ port }) => port && tell(port)));
  return { address: `http://127.0.0.1:${await Promise.race([port, ended, late])}/`, child };
}

/** What a worker answers to a request of its path, in workerd. */
export async function askWorker({ text, words }, packageDir) {
  const { default: { default: workerd } } = await import("workerd");
  const folder = await place(packageDir);
  await writeFile(join(folder, "worker.js"), text);
  await writeFile(join(folder, "config.capnp"), await configOf(packageDir));
  const args = ["serve", "config.capnp", "--control-fd=3"];
  const child = spawn(workerd, args, { cwd: folder, stdio: ["ignore", "inherit", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  try {
    const [told] = await Promise.race([once(child.stdio[3], "data"), once(child, "exit").then(() => [])]);
    if (!told) throw new Error(said);
    const { port } = JSON.parse(String(told).split("\n")[0]);
    const response = await fetch(new URL(words.get ?? "/", `http://127.0.0.1:${port}/`));
    const answer = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${answer} ${said}`);
    return answer;
  } finally {
    child.kill();
  }
}

/** A worker whose modules are the script and the package's, by the names that its manifest gives them. */
async function configOf(packageDir) {
  const { exports } = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8"));
  const files = (await readdir(packageDir, { recursive: true })).filter((file) => /\.(js|wasm|zwnj)$/.test(file));
  const named = Object.entries(exports).map(([name, target]) => [`satr${name.slice(1)}`, target.default ?? target]);
  const modules = new Map([
    ...files.map((file) => [`satr/${file.replaceAll(sep, "/")}`, file]),
    ...named.map(([name, file]) => [name, file.slice(2)]).filter(([, file]) => files.includes(file)),
  ]);
  const kindOf = (file) => (file.endsWith(".wasm") ? "wasm" : file.endsWith(".js") ? "esModule" : "data");
  const lines = [...modules].map(([name, file]) => `(name = "${name}", ${kindOf(file)} = embed "satr/${file}"),`);
  return `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js"), ${lines.join("\n")}],
  compatibilityDate = "2025-06-01",
);
`;
}

/** Runs lines of a shell, one behind the other. */
export async function runShell(lines, packageDir) {
  const folder = await place(packageDir);
  const child = spawn("sh", ["-euc", lines.join("\n")], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(said);
}
