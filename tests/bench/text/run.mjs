/**
 * A packed package, the native side's program, a gold text and perhaps a Python with hazm in, a table and a JSON file
 * out: `node run.mjs PACKAGE_DIR NATIVE_PROGRAM GOLD RESULT_FILE [PYTHON | - WHY_NOT]`.
 *
 * Everyone mends the same sentences, once with their half-spaces deleted, once with spaces in their place, once as they
 * should be; what comes out is held against the gold. Then everyone is timed on the text without half-spaces. In each
 * round everyone has a turn, in a new order, and a ratio is taken within a round: what slows the machine for a while
 * slows both of its sides.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import { basename, dirname, resolve } from "node:path";
import { random, shuffled } from "../random.js";
import { contenders } from "./contenders.mjs";
import { score } from "./score.mjs";
import { report, summary } from "./table.mjs";

/** At most, and at least where the slowest would take all day. */
const ROUNDS = { most: 31, least: 5 };
/** What all rounds may take, in nanoseconds. */
const PATIENCE = 120e9;
/** The least that a turn takes, in nanoseconds. */
const TURN = 20e6;

/** What is done to the gold before it is given to anyone; what is timed stands last. */
const DAMAGES = {
  none: (sentence) => sentence,
  spaced: (sentence) => sentence.replaceAll("\u200c", " "),
  deleted: (sentence) => sentence.replaceAll("\u200c", ""),
};

async function main() {
  const [packageDir, program, goldFile, resultFile, python, withoutHazm] = process.argv.slice(2);
  if (resultFile === undefined) {
    console.error("usage: node run.mjs PACKAGE_DIR NATIVE_PROGRAM GOLD RESULT_FILE [PYTHON | - WHY_NOT]");
    process.exit(2);
  }
  const gold = sentencesOf(await readFile(goldFile, "utf8"));
  const texts = Object.fromEntries(Object.entries(DAMAGES).map(([name, damage]) => [name, gold.map(damage)]));
  if (texts.deleted.join() === gold.join()) throw new Error(`${goldFile} has no half-spaces (U+200C) to lose`);
  const { all, close } = await contenders({
    packageDir: resolve(packageDir),
    program: resolve(program),
    python: python === "-" ? undefined : python,
    withoutHazm,
  });
  try {
    const present = all.filter(({ missing }) => missing === undefined);
    for (const contender of present) {
      console.error(`Reading what ${contender.name} makes of it`);
      contender.scores = {};
      for (const [name, given] of Object.entries(texts)) {
        const got = await contender.mend(given);
        if (got.length !== gold.length) throw new Error(`${contender.name} made ${got.length} of ${gold.length} sentences`);
        contender.scores[name] = score(gold, given, got);
        (contender.answers ??= {})[name] = got;
      }
    }
    agree(present, texts);
    const rounds = await measure(present, texts.deleted);
    const bytes = Buffer.byteLength(texts.deleted.join("\n"));
    const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${os.type()}, Node ${process.versions.node}`;
    const words = present[0].scores.none.words;
    const halfSpaces = gold.join("").split("\u200c").length - 1;
    const text = { name: basename(goldFile), sentences: gold.length, words, halfSpaces, bytes };
    const result = { machine, text, contenders: summary(all, rounds, bytes), rounds };
    await mkdir(dirname(resolve(resultFile)), { recursive: true });
    await writeFile(resultFile, `${JSON.stringify(result, null, 1)}\n`);
    console.log(report(result));
  } finally {
    close();
  }
}

/** A sentence a line; of a treebank in CoNLL-U, what its comments give as text. */
function sentencesOf(text) {
  const lines = text.split(/\r?\n/);
  const ofTreebank = lines.filter((line) => line.startsWith("# text = ")).map((line) => line.slice("# text = ".length));
  return (ofTreebank.length > 0 ? ofTreebank : lines).map((line) => line.trim()).filter((line) => line !== "");
}

/** Satr is one, natively and in wasm. */
function agree(present, texts) {
  const [native, wasm] = ["native", "wasm"].map((name) => present.find((contender) => contender.name === name).answers);
  for (const [damage, given] of Object.entries(texts))
    given.forEach((sentence, at) => {
      const [one, other] = [native[damage][at], wasm[damage][at]];
      if (one !== other) throw new Error(`of "${sentence}" Satr makes "${one}" natively, and "${other}" in wasm`);
    });
}

async function measure(present, sentences) {
  const next = random(1);
  const passes = new Map();
  let whole = 0;
  for (const contender of present) {
    console.error(`Warming up ${contender.name}`);
    contender.way = await contender.ready(sentences);
    const { count, nanoseconds } = await passesFor(contender.turn);
    passes.set(contender.name, count);
    whole += nanoseconds;
  }
  const rounds = Math.max(ROUNDS.least, Math.min(ROUNDS.most, Math.floor(PATIENCE / whole)));
  const taken = [];
  for (let at = 1; at <= rounds; at += 1) {
    console.error(`Round ${at} of ${rounds}`);
    const times = {};
    for (const { name, turn } of shuffled(present, next)) {
      const count = passes.get(name);
      times[name] = (await turn(count)) / count;
    }
    taken.push(times);
  }
  return taken;
}

/** How many passes make a turn. */
async function passesFor(turn) {
  for (let count = 1; ; count *= 2) {
    const nanoseconds = await turn(count);
    if (nanoseconds >= TURN) return { count, nanoseconds };
  }
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
