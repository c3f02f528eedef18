/**
 * The package, the native side's program and a Python with hazm in, everyone who mends text out.
 *
 * Each `mend`s sentences, an array for an array, and once it has been made `ready` for what it is timed on, a `turn` of
 * so many passes over it takes nanoseconds.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { halfSpace } from "@persian-tools/persian-tools";
import Virastar from "virastar";
import { startNative } from "../native.mjs";

export async function contenders({ packageDir, program, python, withoutHazm }) {
  const native = startNative(program);
  const answering = (child, task) => ({
    mend: (sentences) => child.load({ name: task, inputs: sentences }),
    async ready(sentences) {
      await child.load({ name: task, inputs: sentences });
      return "line by line";
    },
    turn: (passes) => child.round(task, passes),
  });
  const virastar = new Virastar();
  const all = [
    { name: "native", does: "`Typesetter`, typography repair", ...answering(native, "repair") },
    { name: "wasm", does: "`normalize`, typography repair", ...(await inWasm(packageDir)) },
    { name: "polish", does: "`Typesetter`, typography polish: healthy text", ...answering(native, "polish") },
    { name: "virastar", does: "`cleanup`", ...inScript((text) => virastar.cleanup(text)) },
    { name: "persian-tools", does: "`halfSpace`", ...inScript(halfSpace) },
  ];
  const close = [() => native.close()];
  const hazm = python === undefined ? undefined : startNative(python, [fileURLToPath(new URL("normalizer.py", import.meta.url))]);
  try {
    if (hazm === undefined) throw new Error(withoutHazm ?? "no Python was named");
    all.push({ name: "hazm", does: `\`Normalizer\` of hazm ${await hazm.ask("version")}, in Python`, ...answering(hazm, "hazm") });
    close.push(() => hazm.close());
  } catch ({ message }) {
    hazm?.close();
    all.push({ name: "hazm", missing: message });
  }
  return { all, close: () => close.forEach((end) => end()) };
}

/** The whole text in one call, as a page would. */
async function inWasm(packageDir) {
  const { init, normalize } = await import(pathToFileURL(join(packageDir, "text.js")).href);
  const [wasm, lexicon] = ["satr_text_bg.wasm", "satr.zwnj"].map((name) => readFile(join(packageDir, name)));
  await init(await wasm, await lexicon);
  const repair = { typography: "repair" };
  let text;
  return {
    mend: async (sentences) => (await normalize(sentences.join("\n"), repair)).text.split("\n"),
    ready(sentences) {
      text = sentences.join("\n");
      return "all in one call";
    },
    async turn(passes) {
      const begun = process.hrtime.bigint();
      for (let at = 0; at < passes; at += 1) await normalize(text, repair);
      return Number(process.hrtime.bigint() - begun);
    },
  };
}

function inScript(work) {
  const kept = {};
  let inputs = [];
  const pass = () => {
    for (const input of inputs) kept.last = work(input);
  };
  const time = (passes) => {
    const begun = process.hrtime.bigint();
    for (let at = 0; at < passes; at += 1) pass();
    return Number(process.hrtime.bigint() - begun);
  };
  return {
    mend: (sentences) => sentences.map((sentence) => work(sentence).replaceAll("\n", " ")),
    /** Gives the way that proved the faster. */
    ready(sentences) {
      const ways = { "sentence by sentence": sentences, "all in one call": [sentences.join("\n")] };
      const times = Object.entries(ways).map(([way, given]) => {
        inputs = given;
        time(2);
        return [time(3), way];
      });
      const [[, fastest]] = times.sort(([one], [other]) => one - other);
      inputs = ways[fastest];
      return fastest;
    },
    turn: time,
  };
}
