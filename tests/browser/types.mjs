/**
 * The sources, `index.d.ts` and `format.d.ts` in, a test for each thing that both of them name out; and the types as a
 * compiler reads them. `article.d.ts` is made of the sources, and held against them by `tests/it/schema.rs`.
 */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = new URL("../../", import.meta.url);
const source = (path) => readFile(new URL(path, root), "utf8");

export async function checkTypes(test) {
  const types = await source("wasm/js/index.d.ts");

  await test("types: the codes of notes", async () => {
    const shell = all(await source("wasm/js/repair.js"), /code: "([\w-]+)"/g);
    same(union(types, "NoteCode"), [...all(body(await source("src/article/note.rs"), "code"), /"([\w-]+)"/g), ...shell]);
  });

  const text = await source("wasm/js/text.d.ts");
  const rules = await source("src/text/rule.rs");

  await test("types: the rules, and those of an edit", async () => {
    const names = all(rules, /^            Self::\w+ => "([\w-]+)",/gm).filter((name) => !typographies.includes(name));
    const always = all(/^  rule: Rule \| (.*);/m.exec(text)[1], /"(\w+)"/g);
    same([...union(types, "Rule"), ...always], names);
  });

  await test("types: the codes of texts alone, each with a message for readers", async () => {
    const script = await source("wasm/js/text.js");
    const told = `${await source("wasm/js/error.js")}\n  ${script.replace(/^MESSAGES\[(".*")\] =/m, "  $1:")}`;
    const codes = union(text, "ErrorCode");
    const unsaid = codes.filter((code) => !told.includes(`\n  "${code}": "`));
    if (unsaid.length > 0) throw new Error(`there is no message for [${unsaid}]`);
    const thrown = all(script + (await source("wasm/text/src/lib.rs")), /"(bad-[a-z]+|too-large)"/g);
    const unknown = thrown.filter((code) => !codes.includes(code));
    if (thrown.length === 0 || unknown.length > 0) throw new Error(`the types do not name [${unknown}]`);
  });

  await test("types: the codes of errors, each with a message for readers", async () => {
    const codes = union(types, "ErrorCode");
    same(all(await source("wasm/js/error.js"), /^  "([\w-]+)": "/gm), codes);
    const core = [
      ...all(body(await source("src/value/mod.rs"), "code"), /"([\w-]+)"/g),
      ...all(await source("wasm/src/lib.rs"), /failure\("([\w-]+)"/g),
    ];
    const unknown = core.filter((code) => !codes.includes(code));
    if (core.length === 0 || unknown.length > 0) throw new Error(`the types do not name [${unknown}]`);
  });

  await test("types: the codes and formats of importing", async () => {
    const imports = await source("wasm/js/import.d.ts");
    const rust = await source("wasm/import/src/lib.rs");
    const ofPages = ["bad-target", "timeout", "not-found"];
    same(union(imports, "ErrorCode"), union(types, "ErrorCode").filter((code) => !ofPages.includes(code)));
    const [, formats] = /^  format\?: (.*) \| null;/m.exec(imports) ?? [];
    same(all(formats ?? "", /"(\w+)"/g), all(rust, /"(\w+)" => Some\(Format::/g));
  });

  const format = await source("wasm/js/format.d.ts");
  const tables = await source("wasm/format/src/choices.rs");

  await test("types: the codes of dates and numbers alone, each with a message for readers", async () => {
    const script = await source("wasm/js/format.js");
    const told = `${await source("wasm/js/error.js")}${script}`;
    const codes = union(format, "ErrorCode");
    const unsaid = codes.filter((code) => !told.includes(`\n  "${code}": "`));
    if (unsaid.length > 0) throw new Error(`there is no message for [${unsaid}]`);
    const shell = ["load", "run"].map((name) => source(`wasm/js/${name}.js`));
    const rust = ["dates", "numbers"].map((name) => source(`wasm/format/src/${name}.rs`));
    const thrown = (await Promise.all([script, ...shell, ...rust])).join("\n");
    same(new Set(all(thrown, /"((?:bad|not|no)-[a-z]+|network|internal)"/g)), codes);
  });

  for (const [table, key] of [
    ["STYLES", "style"], ["CALENDARS", "calendar"], ["NUMERALS", "numerals"], ["NAMES", "names"],
    ["NOTATIONS", "notation"], ["UNITS", "unit"],
  ]) {
    await test(`types: the choices of ${key}, for dates and numbers alone`, () => {
      const [, choices] = new RegExp(`^const ${table}:[^=]*=([^;]*);`, "m").exec(tables) ?? [];
      const [, typed] = new RegExp(`^  ${key}\\?: (.*) \\| null;`, "m").exec(format) ?? [];
      same(/^\w+$/.test(typed) ? union(format, typed) : all(typed, /"(\w+)"/g), all(choices, /\("(\w+)"/g));
    });
  }

  const choosers = [
    ["numerals", "src/text/digits.rs", "Ok\\(Self"], ["ranges", "src/options/mod.rs", "Ranges"],
    ["theme", "src/options/mod.rs", "Theme"], ["calendar", "src/options/mod.rs", "Calendar"],
  ];

  await test("types: the tools", async () => {
    const [, tools] = /^  tools\?: (.*);/m.exec(types) ?? [];
    same(all(tools ?? "", /"(\w+)"/g), all(await source("src/options/mod.rs"), /"(\w+)" => Some\(Tools/g));
  });

  await test("types: the events of the elements, as their comments tell them", async () => {
    const told = all(await source("wasm/js/element.js"), /@fires \{CustomEvent\} ([\w-]+)/g);
    same(all(await source("wasm/js/element.d.ts"), /^  "([\w-]+)": CustomEvent</gm), [...new Set(told)]);
  });

  await test("types: the states", async () => {
    same(union(types, "State"), all(await source("wasm/js/words.js"), /^  (\w+): \[/gm));
    same(union(types, "State"), all(await source("wasm/js/comment-words.js"), /^  (\w+): \[/gm));
  });

  await test("types: the choices of typography", () => {
    const [, choices] = /^  typography\?: (.*);/m.exec(types) ?? [];
    same(all(choices ?? "", /"(\w+)"/g), typographies);
  });

  for (const [key, file, type] of choosers) {
    await test(`types: the choices of ${key}`, async () => {
      const [, choices] = new RegExp(`^  ${key}\\?: (.*);`, "m").exec(types) ?? [];
      same(all(choices ?? "", /"(\w+)"/g), all(await source(file), new RegExp(`^ +"(\\w+)" => ${type}::`, "gm")));
    });
  }

  await test("types: what may be written and what may not", async () => {
    const tsc = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));
    const project = fileURLToPath(new URL("types", import.meta.url));
    await promisify(execFile)(process.execPath, [tsc, "-p", project]).catch(({ stdout, message }) => {
      throw new Error(stdout || message);
    });
  });
}

const typographies = ["auto", "off", "polish", "repair"];

/** What the first group of a pattern is, wherever it matches. */
function all(text, pattern) {
  return [...text.matchAll(pattern)].map(([, name]) => name);
}

/** The members of a union of strings. */
function union(types, name) {
  const [, members] = new RegExp(`^export type ${name} =([^;]*);`, "m").exec(types) ?? [];
  return all(members ?? "", /"([\w-]+)"/g);
}

/** The body of a Rust method. */
function body(rust, name) {
  const [, text] = new RegExp(`^    pub fn ${name}\\([^]*?\\{([^]*?)^    \\}`, "m").exec(rust) ?? [];
  return text ?? "";
}

function same(actual, expected) {
  const [came, wanted] = [actual, expected].map((names) => [...names].sort().join(" "));
  if (came === "" || came !== wanted) throw new Error(`the types say  ${came}\nthe source says ${wanted}`);
}
