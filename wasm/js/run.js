// An export of a core in, one that can fail in no unforeseen way out.

import { SatrError } from "./error.js";

/**
 * Runs exports of the core that `reset` makes anew; what they throw of their own is `[code, detail]`.
 *
 * A trap ends an instance for good, and engines name it differently: after anything unforeseen comes a fresh one.
 */
export function runner(reset) {
  return (exported, ...values) => {
    try {
      return exported(...values);
    } catch (error) {
      if (Array.isArray(error)) throw new SatrError(...error);
      try {
        reset();
      } catch {
        // No memory for it now: the next call fails as well, and tries again.
      }
      throw new SatrError("internal", "the call broke off", error);
    }
  };
}
