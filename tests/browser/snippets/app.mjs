/** A component in, the folder of an app that shows it out: bundled by Vite, with the package as a dependency. */
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an app is made with, for each language: the entry that shows its component, and how Vite reads that. */
const KINDS = {
  jsx: {
    entry: `
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import * as snippet from "./Snippet.jsx";
import article from "./article.json";
const [Component] = Object.values(snippet);
createRoot(document.querySelector("#app")).render(createElement(Component, { article }));
`,
    plugins: async () => [],
  },
  vue: {
    entry: `
import { createApp } from "vue";
import Component from "./Snippet.vue";
import article from "./article.json";
createApp(Component, { article }).mount("#app");
`,
    plugins: async () => {
      const { default: vue } = await import("@vitejs/plugin-vue");
      return [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("satr-") } } })];
    },
  },
};

const PAGE = `<!doctype html>
<html lang="fa" dir="rtl">
<meta charset="utf-8">
<title>Satr: an app</title>
<div id="app"></div>
<script type="module" src="./main.js"></script>
`;

const NAMES = ["react", "react-dom", "vue"];

/** Each app by its place in the docs; it is bundled once. */
const apps = new Map();

export function bundleApp(snippet, { root, packageDir }) {
  const key = `${snippet.file}/${snippet.line}`;
  if (!apps.has(key)) apps.set(key, bundle(snippet, key, root, packageDir));
  return apps.get(key);
}

async function bundle({ language, text }, key, root, packageDir) {
  const { build } = await import("vite");
  const { entry, plugins } = KINDS[language];
  const folder = await mkdtemp(join(tmpdir(), "satr-app-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const modules = join(root, "tests/browser/node_modules");
  await mkdir(join(folder, "node_modules"));
  await symlink(packageDir, join(folder, "node_modules/satr"), "junction");
  for (const name of NAMES) await symlink(join(modules, name), join(folder, "node_modules", name), "junction");
  await symlink(join(root, "www/articles/mehr-4692303.json"), join(folder, "article.json"));
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "main.js"), entry);
  await writeFile(join(folder, `Snippet.${language}`), text);
  const made = { root: folder, base: `/snippets/${key}/`, configFile: false, logLevel: "error", plugins: await plugins() };
  await build(made);
  return join(folder, "dist");
}
