/** The package and the cases in, what an update owes tested: the page as it is drawn anew, and all that is left alone. */
import { sameTree } from "./expect.js";
import { only, test } from "./harness.js";

/** How often an article is changed in a row, with how many comments, at once and in slices of which it has some. */
const RUNS = [
  { edits: 1000, comments: 0 },
  { edits: 150, comments: 900, slice: true },
];
const LIMIT = 90_000;
/** Neither what is told by the clock, nor what has to come first, nor what a script does to a page. */
const OPTIONS = { now: 1e8, tools: [], typography: "polish" };

export async function checkUpdate(satr, all) {
  const articles = all.filter((article) => !article.withdrawn);
  const blocks = articles.flatMap(({ body }) => (Array.isArray(body) ? body : []));
  const comments = articles.flatMap(({ comments }) => (Array.isArray(comments) ? comments : []));

  // Nobody sees it, so no picture fails and no list of contents goes along.
  const unseen = document.implementation.createHTMLDocument();

  for (const { edits, comments: many, slice = false } of RUNS) {
    await test(`${edits} edits, ${slice ? "in slices" : "at once"}: each page is as if drawn anew, and what is the same stays`, async (shown) => {
      const random = randomFrom(slice ? 7 : 5);
      const pick = (list) => list[Math.floor(random() * list.length)];
      const said = Array.from({ length: many }, (_, id) => ({ id: `c${id}`, author: "علی", text: `نظر ${id}` }));
      const article = { ...pick(articles), headline: "سطر", body: [], comments: said, language: "fa" };
      const editor = new Editor({ article, articles, blocks, comments, random, pick });
      for (let count = 0; count < 12; count += 1) editor.insert("body", blocks);
      const target = unseen.body.appendChild(unseen.createElement("div"));
      const view = await satr.render(article, target, { ...OPTIONS, slice });
      let left = 0;
      for (let edit = 0; edit < edits; edit += 1) {
        const before = partsOf(target);
        const what = editor.edit();
        await view.update(article, editor.options);
        const fresh = unseen.createElement("div");
        await satr.render(article, fresh, { ...OPTIONS, ...editor.options });
        Object.assign(shown, { built: target, expected: fresh });
        try {
          sameTree(only(target, "the target"), only(fresh, "the fresh one"));
          left += sameParts(before, partsOf(target));
        } catch (error) {
          throw new Error(`edit ${edit}, ${what}: ${error.message}`);
        }
      }
      target.remove();
      if (left < edits) throw new Error(`only ${left} parts were ever left alone`);
      return `${left} parts were left alone`;
    }, LIMIT);
  }
}

/** What can change alone, by how it looks, as far as it looks like nothing else. */
function partsOf(target) {
  const parts = new Map();
  for (const part of target.querySelectorAll(".satr-body > *, .satr-comments > ol > li")) {
    const { outerHTML } = part;
    parts.set(outerHTML, parts.has(outerHTML) ? null : part);
  }
  return parts;
}

/** How many parts were there before and are there still; each must be the node that it was. */
function sameParts(before, after) {
  let count = 0;
  for (const [html, part] of before) {
    const now = after.get(html);
    if (!part || !now) continue;
    if (now !== part) throw new Error(`drawn anew, and yet the same: ${html.slice(0, 300)}`);
    count += 1;
  }
  return count;
}

/** Numbers from 0 to 1, the same for each start. Source: the minimal standard of Park and Miller. */
function randomFrom(start) {
  let state = start;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Changes one thing of an article or its options at a time. */
class Editor {
  constructor(given) {
    Object.assign(this, given);
    this.options = {};
  }

  /** Makes a change, and says which. */
  edit() {
    const list = this.random() < 0.65 ? "body" : "comments";
    const deeds = {
      insert: () => this.insert(list, list === "body" ? this.blocks : this.comments),
      remove: () => this.article[list].splice(this.place(list), 1),
      move: () => this.article[list].splice(this.place(list), 0, ...this.article[list].splice(this.place(list), 1)),
      say: () => this.say(this.article[list], this.place(list)),
      field: () => this.field(),
      option: () => this.option(),
    };
    const deed = this.pick(["insert", "insert", "remove", "move", "move", "say", "say", "say", "field", "option"]);
    deeds[deed]();
    return `${deed}, ${list}`;
  }

  place(list) {
    return Math.floor(this.random() * (this.article[list].length + 1));
  }

  insert(list, pool) {
    if (this.article[list].length < 40 || list === "comments") this.article[list].splice(this.place(list), 0, structuredClone(this.pick(pool)));
  }

  /** Adds a word to one of the texts in what stands at a key. */
  say(parent, key) {
    const value = parent[key];
    if (typeof value === "string") {
      if (!/^(type|url|href|id|parent|time|date|kind|language|lang|player)$/.test(key)) parent[key] = `${value} ${this.pick(["نو", "تازه", "12", "هم"])}`;
    } else if (value && typeof value === "object") {
      const keys = Object.keys(value);
      if (keys.length > 0) this.say(value, this.pick(keys));
    }
  }

  field() {
    const other = this.pick(this.articles);
    const key = this.pick(["kicker", "headline", "deck", "lead", "leadFigure", "tags", "byline", "footnotes", "corrections", "related", "commentRules", "section", "source", "id"]);
    if (key === "headline" || other[key] !== undefined) this.article[key] = structuredClone(other[key] ?? "سطر");
    else delete this.article[key];
  }

  option() {
    this.options = {
      numerals: this.pick(["persian", "latin"]),
      theme: this.pick(["auto", "dark"]),
      contents: this.pick(["off", "on"]),
      headingLevel: this.pick([1, 2]),
    };
  }
}
