/** The package in, what a view owes tested: what a reader does outlives an update, and nothing outlives its end. */
import { sameTree } from "./expect.js";
import { only, test } from "./harness.js";

const SOUND = { type: "audio", renditions: { url: "/articles/long-read-santur.opus", type: "audio/ogg" }, title: "صدا" };
const TABLE = { type: "table", rows: [Array.from({ length: 40 }, (_, index) => `خانهٔ ${index}`)] };
const PARAGRAPHS = Array.from({ length: 8 }, (_, index) => `بند ${index}`);
const LINK = { type: "paragraph", text: { text: "پیوند", href: "#here" } };

export async function checkViews(satr) {
  const open = async (body, options) => {
    const target = document.body.appendChild(document.createElement("div"));
    const article = { id: "1", headline: "سطر", body };
    return { target, article, view: await satr.render(article, target, options) };
  };

  for (const [what, change] of [
    ["a paragraph before it is another", (body) => (body[0] = "بند دیگر")],
    ["one more comes before it", (body) => body.unshift("بند تازه")],
    ["one is gone before it", (body) => body.shift()],
    ["the first becomes the last", (body) => body.push(body.shift())],
    ["the last becomes the first", (body) => body.unshift(body.pop())],
    ["everything else is gone", (body) => body.splice(0, body.length, ...body.filter((block) => block.type))],
  ]) {
    await test(`focus, selection, scrolling and media stay where they are when ${what}`, async () => {
      const { target, article, view } = await open([...PARAGRAPHS, LINK, SOUND, TABLE, ...PARAGRAPHS]);
      const [link] = target.querySelectorAll(".satr-body a");
      const [sound, box] = target.querySelectorAll("audio, .satr-scroll");
      link.focus();
      getSelection().selectAllChildren(link);
      box.scrollLeft = -60;
      sound.muted = true;
      sound.playbackRate = 0.5;
      const scrolled = box.scrollLeft;
      const gone = new Set();
      const observer = new MutationObserver((records) => records.forEach(({ removedNodes }) => removedNodes.forEach((node) => gone.add(node))));
      observer.observe(target, { childList: true, subtree: true });
      change(article.body);
      await view.update(article);
      observer.takeRecords().forEach(({ removedNodes }) => removedNodes.forEach((node) => gone.add(node)));
      if (target.querySelector(".satr-body a") !== link) throw new Error("the link is another");
      if (document.activeElement !== link) throw new Error(`the focus is on ${document.activeElement.outerHTML.slice(0, 60)}`);
      if (String(getSelection()) !== "پیوند") throw new Error(`selected is «${getSelection()}»`);
      if (scrolled === 0 || box.scrollLeft !== scrolled) throw new Error(`the table was scrolled to ${scrolled}, now ${box.scrollLeft}`);
      if (target.querySelector("audio") !== sound || sound.playbackRate !== 0.5) throw new Error("the sound is another");
      for (const kept of [link.parentNode, sound.closest("figure"), box]) if (gone.has(kept)) throw new Error(`${kept.outerHTML.slice(0, 60)} was taken out`);
      view.destroy();
      target.remove();
    });
  }

  await test("a film that has another file, or a block that its host draws anew, is another", async () => {
    const custom = { type: "custom", name: "chart", data: 1, text: "جانشین" };
    let drawn = 0;
    const renderBlock = (name, data) => {
      drawn += 1;
      return document.createTextNode(`${name} ${data}`);
    };
    const { target, article, view } = await open([SOUND, custom, "بند"], { renderBlock });
    const [sound, block] = target.querySelectorAll("audio, .satr-custom");
    article.body[2] = "بند دیگر";
    await view.update(article);
    if (drawn !== 1 || target.querySelector(".satr-custom") !== block) throw new Error(`the block was drawn ${drawn} times`);
    article.body = [{ ...SOUND, renditions: { url: "/articles/long-read-santur.mp3", type: "audio/mpeg" } }, { ...custom, data: 2 }, "بند"];
    await view.update(article);
    if (target.querySelector("audio") === sound) throw new Error("the sound is the same");
    if (target.querySelector(".satr-custom").textContent !== "chart 2") throw new Error(target.querySelector(".satr-custom").outerHTML);
    target.remove();
  });

  await test("a gallery that a reader has open stays open", async () => {
    const figures = [1, 2, 3].map((number) => ({ image: { url: `/articles/long-read-${number}.svg`, alt: `تصویر ${number}` } }));
    const { target, article, view } = await open([{ type: "gallery", figures }, "بند"]);
    target.querySelector('[data-act="view"]').click();
    for (let wait = 0; wait < 100 && !target.querySelector("dialog[open]"); wait += 1) await pause(20);
    article.body[1] = "بند دیگر";
    await view.update(article);
    if (!target.querySelector("dialog[open]")) throw new Error("it is closed");
    target.querySelector("dialog").close();
    target.remove();
  });

  await test("an article whose text was set larger can be ended and drawn again", async () => {
    const { target, article, view } = await open(["بند"]);
    target.querySelector('[data-act="larger"]').click();
    await view.update({ ...article, headline: "دیگر" });
    if (only(target, "the target").style.getPropertyValue("--satr-zoom") === "") throw new Error("it is as small as before");
    view.destroy();
    if (target.childNodes.length !== 0) throw new Error(target.innerHTML);
    target.remove();
  });

  await test("a view whose place says something else ends that, and a signal is of one drawing", async () => {
    const end = new AbortController();
    const { target, article, view } = await open(["بند"], { signal: end.signal });
    end.abort();
    satr.showState(target, "failed");
    await view.update(article);
    if (target.querySelector("h1").textContent !== "سطر") throw new Error(target.innerHTML);
    satr.showState(target, "failed");
    view.destroy();
    if (target.childNodes.length !== 0) throw new Error(target.innerHTML);
    target.remove();
  });

  await test("what a host has put into its block does not stand in the way", async () => {
    const renderBlock = () => document.createRange().createContextualFragment('<form><input name="children"><input name="matches"></form>');
    const custom = { type: "custom", name: "poll", data: 1, text: "جانشین" };
    const { target, article, view } = await open([custom], { renderBlock });
    article.body = [{ ...custom, data: 2 }, "بند"];
    await view.update(article);
    if (!target.querySelector(".satr-custom form")) throw new Error(target.innerHTML);
    view.destroy();
    target.remove();
  });

  await test("options that are given to an update count, the others stay", async () => {
    const { target, article, view } = await open(["5"], { numerals: "latin", theme: "dark" });
    await view.update(article, { theme: "light" });
    const page = only(target, "the target");
    if (page.dataset.theme !== "light" || page.dataset.numerals !== "latin") throw new Error(page.outerHTML.slice(0, 120));
    target.remove();
  });

  await test("an update that cannot be leaves the page as it was", async () => {
    const { target, view } = await open(["بند"]);
    const before = target.innerHTML;
    const { code } = await view.update("{").catch((error) => error);
    if (code !== "bad-json" || target.innerHTML !== before) throw new Error(`${code}: ${target.innerHTML}`);
    target.remove();
  });

  await test("of several updates the last stays, and of a page in whose place another stands, nothing is updated", async () => {
    const { target, article, view } = await open(["بند"]);
    const updates = ["یک", "دو", "سه"].map((headline) => view.update({ ...article, headline }));
    await Promise.all(updates);
    if (target.querySelector("h1").textContent !== "سه") throw new Error(target.innerHTML);
    const second = await satr.render({ headline: "دیگری" }, target);
    const { drawn } = await view.update(article);
    if (drawn || target.querySelector("h1").textContent !== "دیگری") throw new Error(`drawn is ${drawn}: ${target.innerHTML}`);
    view.destroy();
    if (target.childNodes.length !== 1) throw new Error("the end of the first has ended the second");
    second.destroy();
    if (target.childNodes.length !== 0) throw new Error(target.innerHTML);
    target.remove();
  });

  await test("after its end nothing is drawn, nor listened to", async () => {
    const { target, article, view } = await open([LINK]);
    let told = 0;
    target.addEventListener("satr-navigate", () => (told += 1));
    target.querySelector(".satr-body a").click();
    const late = view.update(article);
    view.destroy();
    const { drawn } = await late;
    target.append(target.ownerDocument.createElement("p"));
    if (drawn || told !== 1 || target.querySelector(".satr")) throw new Error(`drawn is ${drawn}, told ${told}: ${target.innerHTML}`);
    const again = await satr.render(article, target);
    target.querySelector(".satr-body a").click();
    if (told !== 2) throw new Error(`after a new drawing it is told ${told} times`);
    again.destroy();
    target.remove();
  });

  await test("a page drawn by a server can be adopted, updated and ended", async () => {
    const article = { id: "1", headline: "سطر", body: ["یک", "دو"] };
    const target = document.body.appendChild(document.createElement("div"));
    const template = document.createElement("template");
    template.innerHTML = await satr.renderToString(article);
    target.append(template.content);
    const page = only(target, "the target");
    const paragraphs = [...page.querySelectorAll(".satr-body > p")];
    const view = satr.adopt(target);
    article.body[1] = "سه";
    await view.update(article, { tools: [] });
    const now = [...page.querySelectorAll(".satr-body > p")];
    if (only(target, "the target") !== page || now.some((paragraph, at) => paragraph !== paragraphs[at])) throw new Error("the nodes are others");
    if (now[1].textContent !== "سه") throw new Error(target.innerHTML);
    view.destroy();
    if (target.childNodes.length !== 0) throw new Error(target.innerHTML);
    const { code } = await new Promise((resolve) => resolve(satr.adopt(target))).catch((error) => error);
    if (code !== "bad-target") throw new Error(`a target without a page is ${code}`);
    target.remove();
  });
}

export async function checkSlices(satr) {
  const comments = Array.from({ length: 2500 }, (_, index) => ({
    id: String(index),
    parent: index % 5 === 4 ? String(index - 1) : undefined,
    author: `نویسندهٔ ${index}`,
    text: `نظر ${index}`,
  }));
  const article = { id: "1", headline: "سطر", body: ["بند"], comments, commentRules: ["قاعده"] };

  await test("in slices the head comes first, the rest by and by, and all of it is as if drawn at once", async () => {
    const target = document.body.appendChild(document.createElement("div"));
    const seen = [];
    const observer = new MutationObserver(() => seen.push([target.querySelectorAll("h1").length, target.querySelectorAll("li.satr-comment").length]));
    observer.observe(target, { childList: true, subtree: true });
    await satr.render(article, target, { slice: true, now: 1e8 });
    observer.disconnect();
    const whole = document.createElement("div");
    await satr.render(article, whole, { now: 1e8 });
    sameTree(only(target, "the target"), only(whole, "the whole"));
    const counts = seen.map(([, count]) => count);
    if (seen[0][0] !== 1 || counts[0] > 0 || new Set(counts).size < 4) throw new Error(`seen was ${JSON.stringify(seen)}`);
    target.remove();
    return `${new Set(counts).size} steps`;
  });

  await test("a drawing in slices ends by its signal, by its view's end and by another drawing", async () => {
    const target = document.body.appendChild(document.createElement("div"));
    const end = new AbortController();
    const reason = new Error("enough");
    const drawing = satr.render(article, target, { slice: true, signal: end.signal });
    await appears(target);
    end.abort(reason);
    if ((await drawing.catch((error) => error)) !== reason) throw new Error("it has not ended with the signal's reason");
    const count = target.querySelectorAll("li.satr-comment").length;
    await pause(100);
    if (target.querySelectorAll("li.satr-comment").length !== count || count === comments.length) throw new Error("it went on");

    const first = satr.render(article, target, { slice: true });
    await appears(target);
    await satr.render({ headline: "دیگری" }, target);
    const { drawn } = await first;
    if (drawn || only(target, "the target").querySelector("h1").textContent !== "دیگری") throw new Error(`drawn is ${drawn}`);
    target.remove();
  });

  await test("of updates in slices that overlap, the last is what is seen", async () => {
    const target = document.body.appendChild(document.createElement("div"));
    const view = await satr.render({ ...article, body: ["اول"] }, target, { now: 1e8 });
    const last = { ...article, headline: "آخر", body: ["اول"] };
    await Promise.all([
      view.update({ ...article, headline: "میانه", body: ["دوم"] }, { slice: true }),
      view.update(last, { slice: true }),
    ]);
    const whole = document.createElement("div");
    await satr.render(last, whole, { now: 1e8 });
    sameTree(only(target, "the target"), only(whole, "the whole"));
    target.remove();
  });

  await test("an update in slices is as if drawn at once, and keeps what has not changed", async () => {
    const target = document.body.appendChild(document.createElement("div"));
    const view = await satr.render(article, target, { slice: true, now: 1e8 });
    const rows = [...target.querySelectorAll("li.satr-comment")];
    const changed = { ...article, comments: comments.map((comment, index) => (index === 2400 ? { ...comment, text: "دیگر" } : comment)).slice(3) };
    await view.update(changed);
    const whole = document.createElement("div");
    await satr.render(changed, whole, { now: 1e8 });
    sameTree(only(target, "the target"), only(whole, "the whole"));
    const kept = rows.filter((row) => row.isConnected).length;
    if (kept !== rows.length - 3) throw new Error(`of ${rows.length} rows ${kept} are still there`);
    target.remove();
  });
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Resolves when something is drawn into a target. */
function appears(target) {
  return new Promise((resolve) => new MutationObserver(resolve).observe(target, { childList: true }));
}
