/**
 * A packed package in, a line for each thing it keeps or fails to keep out: `node check.mjs PACKAGE_DIR README`.
 *
 * What the wasm is made of is in the engines we promise, the README names these, publint finds the manifest good, and
 * Are the types wrong? finds that every entry is what its types say, to whatever resolves it as a module.
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { usedFeatures } from "./features.mjs";
import { OLDEST, WASM_FEATURES } from "./promises.mjs";

let kept = true;

function report(what, problems) {
  kept &&= problems.length === 0;
  console.log(problems.length === 0 ? `ok  ${what}` : `FAIL ${what}: ${problems.join("; ")}`);
}

/** Why a feature may not be used; nothing if it may. */
function objections(feature) {
  const first = WASM_FEATURES[feature];
  if (first === undefined) return [`${feature} is not in promises.mjs`];
  const late = Object.keys(OLDEST).filter((engine) => first[engine] > OLDEST[engine]);
  return late.map((engine) => `${feature} came to ${engine} with ${first[engine]}, after ${OLDEST[engine]}`);
}

/** How modules alone are looked for: Node's `import`, and bundlers. */
const AS_MODULES = ["node16-esm", "bundler"];

/** What the types say of the modules of a package's tarball, and is not so. What is not a module, as a sheet, has none. */
async function wrongTypes(tarball, { exports }) {
  const excludeEntrypoints = Object.keys(exports).filter((entry) => typeof exports[entry] === "string");
  const package_ = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
  const { types, problems } = await checkPackage(package_, { excludeEntrypoints });
  if (!types) return ["there are none"];
  const ours = problems.filter(({ resolutionKind }) => AS_MODULES.includes(resolutionKind ?? AS_MODULES[0]));
  return ours.map(({ kind, entrypoint = "" }) => `${problemKindInfo[kind].title} ${entrypoint}`);
}

async function main() {
  const [packageDir, readme] = process.argv.slice(2).map((path) => resolve(path));
  if (readme === undefined) {
    console.error("usage: node check.mjs PACKAGE_DIR README");
    process.exit(2);
  }
  for (const name of ["satr_bg.wasm", "satr_format_bg.wasm", "satr_text_bg.wasm", "satr_import_bg.wasm"]) {
    const used = await usedFeatures(await readFile(join(packageDir, name)));
    report(`${name} is made of ${used.join(", ")}`, used.flatMap(objections));
  }

  const { chrome, firefox, safari, node } = OLDEST;
  const named = [`Chrome and Edge ${chrome}`, `Firefox ${firefox}`, `Safari ${safari}`, `Node ${node}`];
  const text = await readFile(readme, "utf8");
  const missing = named.filter((name) => !text.includes(name));
  report(`the README names ${named.join(", ")}`, missing.map((name) => `it does not name ${name}`));

  const manifest = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8"));
  const { messages } = await publint({ pkgDir: packageDir, pack: false, strict: true });
  report("the manifest is in order", messages.map((message) => formatMessage(message, manifest, { color: false })));
  const tarball = join(dirname(packageDir), `${manifest.name}-${manifest.version}.tgz`);
  report("the types of every entry are right", await wrongTypes(tarball, manifest));

  process.exitCode = kept ? 0 : 1;
}

await main();
