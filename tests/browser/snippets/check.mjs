/**
 * The docs and the package in, a test for each snippet that no browser runs out; and that there is none which nobody runs.
 *
 * `rust` is run by doctests, `json`, `toml` and what `satr` is told in `sh` by `tests/it/docs.rs` and `cli/tests/docs.rs`.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { hasPage } from "./pages.mjs";
import { askWorker, runScript, runShell, startServer } from "./processes.mjs";
import { readSnippets } from "./read.mjs";

/** The words that the fence of each language may have. */
const WORDS = {
  html: ["error", "click"], js: ["node", "worker", "get"], jsx: [], vue: [], ts: [], css: [], http: ["error"], nginx: [],
  rust: ["no_run"], json: [], toml: [], sh: [],
};

/** What `cli/tests/docs.rs` runs. */
const OF_THE_PROGRAM = /^(satr|cargo run --release -p satr-cli --) /;

export async function checkSnippets(test, root, packageDir) {
  const snippets = await readSnippets(root);
  const read = (path) => readFile(join(root, path), "utf8");

  await test("docs: there is a language on each fence, and what runs it", async () => {
    const doctests = (await read("src/lib.rs")) + (await read("server/src/lib.rs"));
    for (const { file, line, language, words } of snippets) {
      const where = `${file}:${line}`;
      if (!Object.hasOwn(WORDS, language)) throw new Error(`${where}: nobody runs "${language}"`);
      const odd = Object.keys(words).filter((word) => !WORDS[language].includes(word));
      if (odd.length > 0) throw new Error(`${where}: nobody knows what "${odd}" is to say`);
      if (language === "rust" && !doctests.includes(`${file}")]`)) throw new Error(`${where}: no doctest reads the file`);
    }
  });

  await test("docs: the tables are what the sources say", async () => {
    const [theming, events, html] = await Promise.all(["theming", "events", "html"].map((name) => read(`docs/${name}.md`)));
    const sheets = await readdir(join(root, "src/view/sheet"));
    const sheet = (await Promise.all(sheets.map((name) => read(`src/view/sheet/${name}`)))).join("\n");
    const own = [...sheet.matchAll(/var\((--satr-[\w-]+), (?=(.*))/g)];
    same(all(theming, /^\| `(--satr-[\w-]+)`/gm), own.map(([, name]) => name), "properties");
    for (const [, name, value] of theming.matchAll(/^\| `(--satr-[\w-]+)` \| `([^`]*)`/gm))
      if (!own.some(([, its, rest]) => its === name && rest.startsWith(value))) throw new Error(`${name} is not ${value}`);
    const parts = theming.slice(theming.indexOf("\n## Parts"), theming.indexOf("\n## Light and dark"));
    const [, names] = /PARTS =([^;]*);/.exec(await read("wasm/js/parts.js"));
    same(all(parts.replaceAll(/^(?!\|).*|```[^]*```/gm, ""), /`(\w+)`/g), all(names, /(\w+)/g), "parts");
    const [, codes] = /^export type ErrorCode =([^;]*);/m.exec(await read("wasm/js/index.d.ts"));
    same(all(events.slice(events.indexOf("\n## Error codes")), /^\| `([\w-]+)`/gm), all(codes, /"([\w-]+)"/g), "codes");
    const element = await read("wasm/js/element.js");
    same(all(html, /^\| `([\w-]+)` \|/gm), all(element, /^ \* @attr \{.*\} ([\w-]+)/gm), "attributes");
    same(all(events, /^\| `(satr-\w+)`/gm), all(element, /^ \* @fires \{\w+\} ([\w-]+)/gm), "events");
    const javascript = await read("docs/javascript.md");
    const types = ["Options", "RenderOptions"].map((name) => new RegExp(`^export interface ${name} [^]*?^}`, "m"));
    const typed = await read("wasm/js/index.d.ts");
    const options = types.map((type) => type.exec(typed)[0]).join("\n");
    const shown = all(javascript, /^\| ((?:`\w+`(?:, )?)+) \|/gm).flatMap((names) => all(names, /`(\w+)`/g));
    same(shown, all(options, /^  (\w+)\?:/gm), "options");
  });

  await test("docs: each link leads somewhere", async () => {
    const files = [...new Set(snippets.map(({ file }) => file))];
    for (const file of files) {
      const prose = (await read(file)).replaceAll(/^```[^]*?^```/gm, "");
      for (const [, path, , place] of prose.matchAll(/\]\((?!https?:)([^)#]*)(#([^)]*))?\)/g)) {
        const goal = path ? join(dirname(file), path) : file;
        const text = await read(goal).catch(() => undefined);
        const isThere = text !== undefined && (place === undefined || all(text, /^#+ (.*)/gm).map(anchor).includes(place));
        if (!isThere) throw new Error(`${file}: there is no ${goal}${place ? `#${place}` : ""}`);
      }
    }
  });

  for (const snippet of snippets) {
    const body = runs[kindOf(snippet)];
    if (body) await test(`docs: ${snippet.file}:${snippet.line}`, () => body(snippet, { root, packageDir, read }));
  }
}

/** What GitHub calls a heading in an address. */
function anchor(heading) {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
}

function all(text, pattern) {
  return [...text.matchAll(pattern)].map(([, found]) => found);
}

function same(told, known, what) {
  const [docs, sources] = [told, known].map((names) => [...new Set(names)].sort().join(" "));
  if (docs !== sources || docs === "") throw new Error(`${what}: the docs say   ${docs}\nthe sources say ${sources}`);
}

function kindOf(snippet) {
  const { language, words } = snippet;
  return ["node", "worker"].find((word) => word in words) ?? (hasPage(snippet) ? undefined : language);
}

const runs = {
  /** A server is only started, as browsers look at its page. */
  node: (snippet, { packageDir }) =>
    "get" in snippet.words
      ? startServer(snippet, packageDir).then(({ child }) => void child.kill())
      : runScript(snippet, packageDir),

  async worker(snippet, { packageDir }) {
    const answer = await askWorker(snippet, packageDir);
    if (!answer.includes('<article class="satr-article">')) throw new Error(answer);
  },

  async ts({ text }, { root }) {
    const folder = await mkdtemp(join(tmpdir(), "satr-types-"));
    try {
      const { exports } = JSON.parse(await readFile(join(root, "wasm/package.json"), "utf8"));
      const typed = Object.entries(exports).filter(([, target]) => target.types);
      const paths = typed.map(([name, { types }]) => [`satr${name.slice(1)}`, [join(root, "wasm/js", types)]]);
      const compilerOptions = {
        strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler", types: [],
        lib: ["es2022", "dom", "dom.iterable"], paths: Object.fromEntries(paths),
      };
      await writeFile(join(folder, "snippet.mts"), text);
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["snippet.mts"] }));
      const tsc = join(root, "tests/browser/node_modules/typescript/bin/tsc");
      await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(({ stdout, message }) => {
        throw new Error(stdout || message);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },

  async sh({ text }, { packageDir, read }) {
    const typed = text.split("\n").map((line) => line.replace(/(^|\s+)#.*/, ""));
    const lines = typed.filter((line) => line && !OF_THE_PROGRAM.test(line));
    const own = [];
    for (const line of lines) {
      const [, task] = /^cargo xtask (\w+)$/.exec(line) ?? [];
      const [, crate] = /^cargo install --path (\w+)$/.exec(line) ?? [];
      if (task && !(await read("tools/xtask/src/main.rs")).includes(`name: "${task}"`)) throw new Error(`no task ${task}`);
      if (crate && !(await read(`${crate}/Cargo.toml`)).includes("[[bin]]")) throw new Error(`no program in ${crate}`);
      if (!task && !crate) own.push(line);
    }
    if (own.length > 0) await runShell(own, packageDir);
  },
};
