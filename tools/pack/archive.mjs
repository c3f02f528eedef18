/**
 * A packed package in, `satr-VERSION.zip`, a folder to host, and `satr-VERSION.tgz`, as npm installs it, beside it out:
 * `node archive.mjs PACKAGE_DIR`. The same package gives the same bytes.
 */
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { zipSync } from "fflate";

/** The first day that a zip can name, in the time of whoever asks, as a zip knows no zones. */
const MTIME = new Date(1980, 0, 1);

/** What is below a folder: the path of each file, parted by `/`, and its bytes, in order. */
async function filesIn(folder) {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  return Promise.all(paths.sort().map(async (path) => [path, await readFile(join(folder, path))]));
}

async function main() {
  const [packageDir] = process.argv.slice(2).map((path) => resolve(path));
  if (packageDir === undefined) {
    console.error("usage: node archive.mjs PACKAGE_DIR");
    process.exit(2);
  }
  const outDir = dirname(packageDir);
  const { name, version } = JSON.parse(await readFile(join(packageDir, "package.json"), "utf8"));
  const files = (await filesIn(packageDir)).map(([path, bytes]) => [`${name}/${path}`, bytes]);
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: MTIME });
  await writeFile(join(outDir, `${name}-${version}.zip`), zip);

  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const given = ["pack", packageDir, "--ignore-scripts", "--silent", "--pack-destination", outDir];
  await promisify(execFile)(npm, given, { shell: process.platform === "win32" });
}

await main();
