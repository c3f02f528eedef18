// A drawing in its steps in, done out: at once, or so that the page can do something else between them.

/** Milliseconds of drawing after which it may. */
const SLICE = 10;

/** Takes all steps. */
export function finish(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Takes all steps, a pause after the first and after every slice of time; nothing comes of it once a pause says no. */
export async function pace(steps, pause) {
  for (let due = 0; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < due) continue;
    if (!(await pause(value))) return undefined;
    due = performance.now() + SLICE;
  }
}

/** Resolves when the page has done what it had to do. */
export function breath() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
