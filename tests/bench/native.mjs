/** A program that is asked by line in, what it answers out: the native side, or whoever answers as it does. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/**
 * Starts the program. `load` gives its answers to a task's inputs, `round` the nanoseconds of some passes over them,
 * `ask` the line that answers a line.
 */
export function startNative(program, programArguments = []) {
  const child = spawn(program, programArguments, { stdio: ["pipe", "pipe", "inherit"] });
  const failed = once(child, "error").then(([error]) => {
    throw error;
  });
  failed.catch(() => {});
  // Writing to one that has ended tells less than that it has ended.
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`${program} ended before it had answered`);
    return value;
  };
  const ask = (line) => {
    child.stdin.write(`${line}\n`);
    return reply();
  };
  return {
    async load({ name, inputs }) {
      child.stdin.write([`task ${name} ${inputs.length}`, ...inputs, ""].join("\n"));
      const answers = [];
      while (answers.length < inputs.length) answers.push(await reply());
      return answers;
    },
    async round(name, passes) {
      return Number(await ask(`round ${name} ${passes}`));
    },
    ask,
    close() {
      child.stdin.end();
    },
  };
}
