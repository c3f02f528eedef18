/** Nothing in, the policies that pages are served under out; for the server, the driver and the page itself. */

const policy = (script) =>
  `default-src 'none'; script-src ${script}; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'`;
const SCRIPTS = "'self' 'wasm-unsafe-eval'";
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'";
/** A page for people would get a new one each time. */
const NONCE = "c2F0cg";

/**
 * By the name of the page: what it is told, the nonce of its script, whether it is in a frame that may run scripts and
 * nothing else, and whether articles are drawn there.
 */
export const POLICIES = {
  strict: { header: policy(SCRIPTS), draws: true },
  "trusted-types": { header: `${policy(SCRIPTS)}; ${TRUSTED_TYPES}`, draws: true },
  nonce: { header: policy(`'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'`), nonce: NONCE, draws: true },
  isolated: {
    header: policy(SCRIPTS),
    headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
    draws: true,
  },
  framed: { header: policy(SCRIPTS), isFramed: true, draws: true },
  "no-wasm": { header: `${policy("'self'")}; ${TRUSTED_TYPES}`, draws: false },
};

/** What Chromium says, now and then, of an answer that was read to its end piece by piece. */
export const OF_AN_END = /request failed: .*\/policed\.json \(net::ERR_ABORTED\)/;

/** That, and a browser's own words on what a policy has stopped. */
export const OF_A_POLICY = new RegExp(`content[- ]security[- ]policy|trusted ?html|${OF_AN_END.source}`, "i");
