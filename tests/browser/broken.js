/**
 * A way to draw in, broken input of every kind drawn or refused out; for pages and Node alike.
 *
 * `draw(article, options)` resolves to the `html` or text that is drawn, and the `notes` where the export gives them;
 * when it rejects, it has made sure that the target is as it was. `drawMany` does the same for thousands of articles.
 */
import { ARTICLE, refuses } from "./expect.js";
import { FIELDS, fields } from "./fields.js";
import { ACCEPTED, REFUSED } from "./inputs.js";

/** Where each case is cut, besides amid its first character of two bytes. */
const CUTS = 20;

export async function checkBroken(test, draw, cases, drawMany = draw) {
  const { drawn } = await draw(ARTICLE);
  const next = async () => {
    const { drawn: now } = await draw(ARTICLE);
    if (now !== drawn) throw new Error(`the next article is ${now}`);
  };

  for (const { what, make = () => ARTICLE, options, code, detail } of REFUSED) {
    await test(`${what} is refused as ${code}, and the next article is drawn`, async () => {
      await refuses(() => draw(make(), options), code, detail);
      await next();
    });
  }

  for (const { what, make = () => ARTICLE, options, text = "سطر", note } of ACCEPTED) {
    await test(`${what} will do`, async () => {
      const { drawn, notes } = await draw(make(), options);
      if (!drawn.includes(text)) throw new Error(`drawn was ${drawn}`);
      const codes = notes?.map(({ code }) => code).join();
      if (notes !== undefined && codes !== (note ?? "")) throw new Error(`the notes are [${codes}]`);
    });
  }

  for (const { name, input } of cases) {
    await test(`${name}, cut off, is refused`, async () => {
      for (const at of cuts(input)) {
        const code = at === 0 ? "empty" : isContinuation(input[at]) ? "bad-encoding" : "bad-json";
        await refuses(() => draw(input.slice(0, at)), code).catch((error) => {
          throw new Error(`cut at ${at}: ${error.message}`);
        });
      }
      await next();
    });
  }

  const every = cases.find(({ name }) => name === "every-field");
  const article = JSON.parse(new TextDecoder().decode(every.input));
  for (const [what, value] of FIELDS) {
    await test(`whichever field is ${what}, the rest is drawn, and notes name it alone`, async () => {
      for (const { path, set } of fields(article)) {
        const { notes = [] } = await drawMany(set(value)).catch((error) => {
          throw new Error(`${path}: ${error}: ${error.detail}`);
        });
        // A block whose type is not known is noted itself.
        const block = path.replace(/\.type$/, "");
        const stray = notes.find((note) => !note.path.startsWith(block) && note.code !== "too-deep");
        if (stray !== undefined) throw new Error(`${path}: the note is on ${stray.path}: ${stray.message}`);
      }
      await next();
    });
  }

  await checkPollution(test, draw);
}

/** Places in the bytes of a case's JSON, the same in every run; none is behind its last brace. */
function* cuts(bytes) {
  yield 0;
  yield bytes.findIndex(isContinuation);
  let random = bytes.length;
  for (let cut = 0; cut < CUTS; cut += 1) {
    // https://en.wikipedia.org/wiki/Linear_congruential_generator: the constants of Numerical Recipes.
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    yield 1 + (random % (bytes.lastIndexOf("}".charCodeAt()) - 1));
  }
}

function isContinuation(byte) {
  return (byte & 0xc0) === 0x80;
}

/** What pages, and the libraries on them, have put on the prototypes that everything has. */
const POLLUTION = {
  "the names of fields": { headline: "آلوده", deck: "آلوده", tags: ["آلوده"], url: "آلوده", text: "آلوده", then: "آلوده" },
  "the names of choices": { theme: "آلوده", numerals: "آلوده", ranges: "آلوده", styles: "آلوده", font: "آلوده" },
  "a word of JSON's own": { toJSON: () => "آلوده" },
  "numbers": { 0: "آلوده", 1: "آلوده", 2: "آلوده" },
  "the names of errors": { code: "آلوده", detail: "آلوده", message: "آلوده", cause: "آلوده" },
};

async function checkPollution(test, draw) {
  const article = { headline: "سطر", body: [, "بند"], tags: [{ url: "/" }, "برچسب"], published: new Date(0) };
  for (const [what, names] of Object.entries(POLLUTION)) {
    for (const prototype of [Object.prototype, Array.prototype, String.prototype]) {
      await test(`${prototype.constructor.name}.prototype with ${what} changes nothing`, async () => {
        const { drawn } = await draw(article, {});
        const polluted = await amid(prototype, names, () => draw(article, {}));
        if (polluted.drawn !== drawn) throw new Error(`drawn was ${polluted.drawn}`);
        await amid(prototype, names, () => refuses(() => draw("{"), "bad-json"));
      });
    }
  }

  await test("a page on which every object is a promise is told so", async () => {
    // An error is a promise there too, that nobody keeps: its code is not.
    const code = await amid(Object.prototype, { then() {} }, () => draw(ARTICLE).catch(({ code }) => code));
    if (code !== "bad-type") throw new Error(`the code was ${code}`);
  });
}

/** Runs `body` while a prototype has these names; what is loaded by then takes no turn of the page for itself. */
export async function amid(prototype, names, body) {
  Object.assign(prototype, names);
  try {
    return await body();
  } finally {
    for (const name of Object.keys(names)) delete prototype[name];
  }
}
