// The package as a dependency in, an article drawn; `drawn` is what came of it.
import { render } from "satr";
import "satr/satr.css";
import article from "./article.json";

globalThis.drawn = render(article, document.querySelector("#article"), { styles: "none" });
