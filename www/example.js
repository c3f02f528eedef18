import { render } from "./satr/index.js";

const file = "articles/news.json";
const response = await fetch(file);
export const article =
  await response.text();

const target =
  document.querySelector("#article");
export const draw = (options) =>
  render(article, target, options);
