export * from "./index.js";
export * from "./element.js";
