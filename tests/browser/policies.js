/** Nothing in, the policies that pages are served under out; for the server, the driver and the page itself. */

const policy = (script) =>
  `default-src 'none'; script-src ${script}; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'`;
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'";

/** By the name of the page: what it is told, and whether articles are drawn there. */
export const POLICIES = {
  strict: { header: policy("'self' 'wasm-unsafe-eval'"), draws: true },
  "trusted-types": { header: `${policy("'self' 'wasm-unsafe-eval'")}; ${TRUSTED_TYPES}`, draws: true },
  "no-wasm": { header: `${policy("'self'")}; ${TRUSTED_TYPES}`, draws: false },
};

/** A browser's own words on what a policy has stopped. */
export const OF_A_POLICY = /content[- ]security[- ]policy|trusted ?html/i;
