/**
 * A packed package and the native side's program in, tables and a JSON file out:
 * `node run.mjs PACKAGE_DIR NATIVE_PROGRAM RESULT_FILE`.
 *
 * Satr and its rivals answer the same questions in one process, the native side in one beside it. Nobody is timed
 * before everybody answers the same. In each round everyone has a turn, in a new order, and a ratio is taken within a
 * round: what slows the machine for a while slows both of its sides.
 */
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import { dirname, resolve } from "node:path";

// Who knows no time zones works on the machine's clock.
process.env.TZ = "Asia/Tehran";
const { random, shuffled } = await import("../random.js");
const { startNative } = await import("../native.mjs");
const { ownWays } = await import("./satr.mjs");
const { report, summary } = await import("./table.mjs");
const { TASKS } = await import("./tasks.mjs");

const ROUNDS = 31;
/** The least that a turn takes, in nanoseconds. */
const TURN = 20e6;

async function main() {
  const [packageDir, program, resultFile] = process.argv.slice(2).map((path) => resolve(path));
  if (resultFile === undefined) {
    console.error("usage: node run.mjs PACKAGE_DIR NATIVE_PROGRAM RESULT_FILE");
    process.exit(2);
  }
  const ways = await ownWays(packageDir);
  const native = startNative(program);
  try {
    const results = [];
    for (const task of TASKS) {
      console.error(`${task.name}: comparing the answers`);
      const answers = await native.load(task);
      const contenders = [
        { name: "native", does: task.native, turn: (passes) => native.round(task.name, passes) },
        ...[...(ways[task.name] ?? []), ...task.rivals].map((rival) => contender(task, rival, answers)),
      ];
      const { name, about, unit, isDate } = task;
      results.push(summary({ name, about, unit, isDate, contenders, rounds: await measure(task, contenders) }));
    }
    const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${os.type()}, Node ${process.versions.node}`;
    const all = { machine, rounds: ROUNDS, tasks: results };
    await mkdir(dirname(resultFile), { recursive: true });
    await writeFile(resultFile, `${JSON.stringify(all, null, 1)}\n`);
    console.log(report(all));
  } finally {
    native.close();
  }
}

/** Somebody in this process, once all its answers have proved right; `turn` gives nanoseconds. */
function contender(task, rival, answers) {
  const { name, does, ready = (line) => line, show = String, plain = task.plain ?? String } = rival;
  const inputs = task.inputs.map(ready);
  const outputs = rival.all ? rival.all(inputs) : inputs.map((input) => rival.work(input));
  task.inputs.forEach((line, at) => {
    const [answer, right] = [show(outputs[at]), answers[at]].map(plain);
    if (answer === right || rival.knows?.(line) === false) return;
    throw new Error(`${task.name}: of "${line}" ${name} makes "${answer}", and Satr natively "${right}"`);
  });
  const loop = rival.all ? loopOver("all(inputs)", name) : loopOver("for (const input of inputs) kept.last = work(input)", name);
  return { name, does, turn: (passes) => loop(rival, inputs, passes) };
}

/** A loop for one contender alone: V8 compiles it for what that one does. */
function loopOver(pass, name) {
  const body = `// ${name}
    const { work, all } = rival, kept = {}, begun = process.hrtime.bigint();
    for (let at = 0; at < passes; at += 1) { ${pass}; }
    return Number(process.hrtime.bigint() - begun);`;
  return new Function("rival", "inputs", "passes", body);
}

async function measure(task, contenders) {
  const next = random(1);
  const passes = new Map();
  for (const { name, turn } of contenders) {
    console.error(`${task.name}: warming up ${name}`);
    passes.set(name, await passesFor(turn));
  }
  const amount = task.unit.startsWith("MB") ? Buffer.byteLength(task.inputs.join("")) : task.inputs.length;
  const taken = [];
  for (let at = 1; at <= ROUNDS; at += 1) {
    console.error(`${task.name}: round ${at} of ${ROUNDS}`);
    const rates = {};
    for (const { name, turn } of shuffled(contenders, next)) {
      const count = passes.get(name);
      rates[name] = (count * amount * 1000) / (await turn(count));
    }
    taken.push(rates);
  }
  return taken;
}

/** How many passes make a turn. */
async function passesFor(turn) {
  let passes = 1;
  while ((await turn(passes)) < TURN) passes *= 2;
  return passes;
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
