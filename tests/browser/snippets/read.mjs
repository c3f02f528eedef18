/**
 * The README and `docs/` in, what stands there between fences out.
 *
 * A fence names its language and, behind that, what a test is to know: `error:CODE` for a page whose article is to fail
 * with this code, `click:SELECTOR` for one in which that is clicked once it is drawn, `node` and `worker` for scripts that
 * run there, `get:PATH` for the page of a server. A reader of the Markdown sees none of it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const FENCE = /^ *(`{3,})(.*)$/;

/** `{ file, line, language, words, text }` of each, in order; `file` as in `docs/html.md`. */
export async function readSnippets(root) {
  const pages = (await readdir(join(root, "docs"))).filter((name) => name.endsWith(".md")).sort();
  const files = ["README.md", ...pages.map((name) => `docs/${name}`)];
  return (await Promise.all(files.map(async (file) => snippetsOf(file, await readFile(join(root, file), "utf8"))))).flat();
}

function snippetsOf(file, markdown) {
  const snippets = [];
  let open;
  markdown.split("\n").forEach((text, at) => {
    const [, fence, info] = FENCE.exec(text) ?? [];
    if (open && fence === open.fence && info === "") {
      snippets.push({ ...open.snippet, text: `${open.lines.join("\n")}\n` });
      open = undefined;
    } else if (open) open.lines.push(text);
    else if (fence) {
      const [language, ...words] = info.split(" ");
      const entries = words.map((word) => /^([^:]*):?(.*)$/.exec(word).slice(1));
      open = { fence, lines: [], snippet: { file, line: at + 1, language, words: Object.fromEntries(entries) } };
    }
  });
  if (open) throw new Error(`${file}: the fence of line ${open.snippet.line} is never closed`);
  return snippets;
}

const ASSERTION = /^(\s*)(?:console\.log\((.*)\)|(.*?)); \/\/ → (.*)$/;

/**
 * A script with each `expression; // → value` made a call of `__told`, and their number. What is shown is a JavaScript
 * expression, as a string in its quotes; dates are told as ISO 8601.
 */
export function withAssertions(script) {
  let count = 0;
  const lines = script.split("\n").map((text, at) => {
    const [, indent, logged, expression, expected] = ASSERTION.exec(text) ?? [];
    if (expected === undefined) return text;
    count += 1;
    return `${indent}globalThis.__told(${at + 1}, ${logged ?? expression}, ${expected});`;
  });
  return { script: lines.join("\n"), count };
}
