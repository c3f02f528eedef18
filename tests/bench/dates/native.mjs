/** The native side's program in, what it answers out. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Starts the program. `load` gives its answers to a task's inputs, `round` the nanoseconds of some passes over them. */
export function startNative(program) {
  const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const failed = once(child, "error").then(([error]) => {
    throw error;
  });
  failed.catch(() => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`${program} ended before it had answered`);
    return value;
  };
  return {
    async load({ name, inputs }) {
      child.stdin.write([`task ${name} ${inputs.length}`, ...inputs, ""].join("\n"));
      const answers = [];
      while (answers.length < inputs.length) answers.push(await reply());
      return answers;
    },
    async round(name, passes) {
      child.stdin.write(`round ${name} ${passes}\n`);
      return Number(await reply());
    },
    close() {
      child.stdin.end();
    },
  };
}
