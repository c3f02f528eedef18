/** Something seen on a page and something expected in, an error when they differ out. */

export function equal(came, expected, what) {
  if (came !== expected) throw new Error(`${what}: expected ${expected}, came ${came}`);
}

export function includes(came, expected, what) {
  if (!String(came).includes(expected)) throw new Error(`${what}: expected «${expected}» in it, came ${came}`);
}

export function none(came, what) {
  if (came.length > 0) throw new Error(`${what}: ${came.join("\n")}`);
}

/** What browsers say of answers that were still on their way when a page was left. */
export const OF_AN_END = /request failed: .*(ERR|BINDING)_ABORTED/;
