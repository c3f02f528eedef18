/** A file as it should be answered in, an answer as hosts give it by mistake out; for the server. */

/** By the name of the mistake. */
const MISTAKES = {
  truncated: (file) => ({ ...file, body: file.body.subarray(0, file.body.length >> 1) }),
  /** A wasm that runs as well: a section of nobody's, by the name of x, is all that is new. */
  replaced: (file) => ({ ...file, body: Buffer.concat([file.body, Buffer.of(0, 2, 1, 0x78)]) }),
  page: () => ({ status: 200, contentType: "text/html; charset=utf-8", body: "<!doctype html>" }),
  missing: () => ({ status: 404, contentType: "text/plain", body: "not found" }),
  typeless: (file) => ({ ...file, contentType: "text/plain" }),
};

/** What is mistaken at an address, `/wrong/MISTAKE/FILE/TURN/PATH`, and the path in the package; nothing at any other. */
export function readMistake(address) {
  const [, mistake, name, turn, path] = /^\/wrong\/(\w+)\/([\w.]+)\/([\w-]+)\/(.*)$/.exec(address) ?? [];
  return Object.hasOwn(MISTAKES, mistake ?? "") ? { mistake, isMeant: path === name, turn, path } : undefined;
}

/** The answer with the mistake in it. */
export function mistaken(mistake, file) {
  return MISTAKES[mistake](file);
}

/** A browser's own words on a file that is not there, or not what it should be. */
export const OF_A_WRONG_FILE = /integrity|\b404\b/i;
