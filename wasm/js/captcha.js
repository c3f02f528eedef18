// What a server wants proven in, the proof out: made ahead of time, each for one use.

import { solve } from "./altcha.js";

/** By the name of its kind, what makes a proof of a challenge: `(challenge, signal) => Promise<string>`. */
const SOLVERS = { altcha: solve };

/** Milliseconds before a proof is too old in which it is not used any more. */
const MARGIN = 15_000;

/** A failure with the `fault` that a reader is told. */
function failure(fault, cause) {
  return Object.assign(new Error(fault, { cause }), { fault });
}

/**
 * Proofs for where comments are at `home`, by a host's own `solvers` or ours: `begin` makes one ahead, and `take` gives it, or
 * another where there is none or it is too old. They fail with a `fault`.
 */
export function proofsOf(home, solvers, signal) {
  let made;

  const make = async (kind) => {
    const solver = solvers()?.[kind] ?? SOLVERS[kind];
    if (!solver) throw failure("failed", `no solver of ${kind}`);
    if (solver === solve && !globalThis.crypto?.subtle) throw failure("insecure");
    const challenge = await home.challenge(signal).catch((error) => {
      throw failure(navigator.onLine === false ? "offline" : "failed", error);
    });
    // Before its time, as the answer takes some as well.
    const until = (challenge.parameters?.expiresAt ?? Infinity) * 1000 - MARGIN;
    const proof = await Promise.resolve(solver(challenge, signal)).catch((error) => {
      throw failure("failed", error);
    });
    return { proof, until };
  };

  const begin = (kind) => {
    const making = make(kind);
    made = making;
    making.catch(() => made === making && (made = undefined)); // whoever takes it may try again
    return making;
  };

  return {
    /** Begins to make one, unless there is one; fails at once only with what no other try would mend. */
    async begin(kind) {
      if (!made) await begin(kind);
    },
    async take(kind) {
      let { proof, until } = await (made ?? begin(kind));
      if (Date.now() > until) ({ proof } = await begin(kind));
      made = undefined;
      return proof;
    },
  };
}
