/**
 * What draws articles on servers: Node, Deno, Bun, workers. Where no file can be read beside the script, as in workers,
 * `init` is given the wasm first, as the compiled module that a worker imports, as bytes, a response or an address.
 */
export { init, renderToBytes, renderToString, SatrError } from "./index.js";
export type { Article, ArticleSource, ErrorCode, FileSource, InitSource, Options, Rule } from "./index.js";
