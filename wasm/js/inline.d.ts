export * from "./index.js";
export * from "./element.js";
export * from "./comments.js";
