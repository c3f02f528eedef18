// The package as a dependency in, an article drawn by its function and by its tag; `drawn` is what came of the former.
import { render } from "satr";
import "satr/element";
import "satr/satr.css";
import article from "./article.json";

document.querySelector("satr-article").article = article;
globalThis.drawn = render(article, document.querySelector("#article"), { styles: "none" });
