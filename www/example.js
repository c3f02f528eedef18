import { render } from "./satr/index.js";

const response = await fetch("articles/news.json");
export const article = await response.text();

const target = document.querySelector("#article");
export const draw = (options) => render(article, target, options);
