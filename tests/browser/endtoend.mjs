/**
 * A packed package and the program in, a report on comments from a reader's key to the database and back out:
 * `node endtoend.mjs PACKAGE_DIR PROGRAM [ENGINE]…`.
 *
 * The program serves a site with the package. In Chromium everything is done that readers and moderators do, by clicks
 * and keys, with a script and without; in Firefox and WebKit the main line of it. One line a test, then
 * `N passed, N failed, N skipped`.
 */
import { resolve } from "node:path";
import { settle } from "./endtoend/place.mjs";

/** Each engine's module in the folder endtoend exports `check(place, test)`. */
const ENGINES = { chromium: "readers.mjs", firefox: "line.mjs", webkit: "line.mjs" };

/** What the program may write of what went wrong: nothing. */
const OF_A_FAULT = /"level":"(WARN|ERROR)"/;

const tally = { passed: 0, failed: 0 };

/** Tests of an engine build on each other: after one that failed, the others cannot tell anything. */
async function test(name, body) {
  try {
    await body();
    tally.passed += 1;
    console.log(`ok  ${name}`);
  } catch (error) {
    tally.failed += 1;
    console.log(`FAIL ${name}: ${String(error?.stack ?? error).replaceAll("\n", "\n     ")}`);
    throw new Error("the rest was not tried");
  }
}

async function checkIn(engine, packageDir, program) {
  const place = await settle(packageDir, program);
  try {
    await place.start();
    const { check } = await import(`./endtoend/${ENGINES[engine]}`);
    const told = (name, body) => test(`${engine}: ${name}`, body);
    await check(place, told, engine);
    await told("the program has nothing to complain of", () => {
      const faults = place.log.filter((line) => OF_A_FAULT.test(line));
      if (faults.length > 0) throw new Error(faults.join("\n"));
    });
  } catch (error) {
    if (tally.failed === 0) tally.failed += 1;
    console.log(`     ${error.stack ?? error}`);
  } finally {
    await place.clear();
  }
}

const [packageDir, program, ...named] = process.argv.slice(2);
if (program === undefined || named.some((name) => !(name in ENGINES))) {
  console.error(`usage: node endtoend.mjs PACKAGE_DIR PROGRAM [${Object.keys(ENGINES).join("|")}]…`);
  process.exit(2);
}
for (const engine of named.length > 0 ? named : Object.keys(ENGINES)) {
  await checkIn(engine, resolve(packageDir), resolve(program));
}
console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
process.exitCode = tally.failed === 0 ? 0 : 1;
// A driver that does not come to its end must not keep us; what is written is written first.
process.stdout.write("", () => process.exit());
