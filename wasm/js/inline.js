// What index.js gives, to be packed into one file with the wasm, the sheet and the extras that it would ask for.

export * from "./index.js";
