// What index.js and element.js give, to be packed into one file with the wasm, the sheet and the extras that they would
// ask for.

export * from "./index.js";
export * from "./element.js";
export { showComments } from "./comments.js";
