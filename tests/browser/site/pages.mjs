/** The demo's folder in, its pages out: each HTML file, and the one that draws any article once for each of them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file that draws any article, told which by `?name=NAME`. */
const OF_AN_ARTICLE = "article.html";

/** The path of every page below the demo's folder. */
export async function listPages(demoDir) {
  const files = (await readdir(demoDir)).filter((name) => name.endsWith(".html")).sort();
  const names = files.includes(OF_AN_ARTICLE) ? await listArticles(join(demoDir, "articles")) : [];
  return files.flatMap((file) =>
    file === OF_AN_ARTICLE ? names.map((name) => `${file}?name=${encodeURIComponent(name)}`) : [file],
  );
}

async function listArticles(articlesDir) {
  const files = (await readdir(articlesDir)).filter((name) => name.endsWith(".json")).sort();
  const articles = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(articlesDir, name)))));
  // What lies there without a headline is data of the demo's own.
  return files.filter((_, index) => Object.hasOwn(articles[index], "headline")).map((name) => name.slice(0, -5));
}
