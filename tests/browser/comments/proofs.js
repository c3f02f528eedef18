/** Nothing in, what comes of proofs tested: made ahead, each once, anew where they are too old, told where there can be none. */
import { test } from "../harness.js";
import { includes, same, talking, times, until } from "./mount.js";

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));

/** The key that a challenge asks for at a count, as the server derives it. */
async function derived({ nonce, salt, cost, keyLength }, counter) {
  const password = new Uint8Array([...unhex(nonce), 0, 0, counter >> 8, counter & 255]);
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return hex(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: unhex(salt), iterations: cost }, key, keyLength * 8));
}

const PARAMETERS = {
  algorithm: "PBKDF2/SHA-256",
  cost: 200,
  keyLength: 32,
  nonce: "353ec7918a65add333a6e33eb7aaf3d2",
  salt: "85573bafa91ef470ae1b8537b8626dd4",
};
const COUNTER = 300;
const keyPrefix = (await derived(PARAMETERS, COUNTER)).slice(0, 32);

let made = 0;
const challenge = (seconds = 1200) => ({
  parameters: { ...PARAMETERS, keyPrefix, expiresAt: Math.floor(Date.now() / 1000) + seconds, data: (made += 1) },
  signature: "bce1",
});

/** Comments that ask for a proof. */
function proven(body, more = {}) {
  const before = (element, server) => {
    server.challenge = challenge;
    more.before?.(element, server);
  };
  return talking({ captcha: "altcha", ...more, before }, body);
}

export async function checkProofs() {
  await test("a proof is made when somebody begins to write, and goes along", () =>
    proven(async (page, server) => {
      same(times(server, "GET /captcha"), 0, "how often it was asked for before");
      page.field("text").focus();
      await until(() => times(server, "GET /captcha") === 1, "it is asked for");
      page.type("text", "سلام");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      const { challenge, solution } = JSON.parse(atob(server.sent[0].captcha));
      same(solution.counter, COUNTER);
      same(solution.derivedKey, await derived(PARAMETERS, COUNTER));
      same(challenge.signature, "bce1");
      same(challenge.parameters.keyPrefix, keyPrefix);
      same(times(server, "GET /captcha"), 1, "how often it was asked for");
    }));

  await test("each proof goes with one comment", () =>
    proven(async (page, server) => {
      for (const text of ["یکم", "دوم"]) {
        page.type("text", text);
        page.send();
        await until(() => page.field("text").value === "", "it is taken");
      }
      same(server.sent[0].captcha === server.sent[1].captcha, false, "whether they are one");
    }));

  await test("one that is too old by the clock is not sent", () =>
    proven(async (page, server) => {
      server.challenge = () => challenge(server.asked.filter((asked) => asked.includes("captcha")).length === 1 ? -60 : 600);
      page.type("text", "سلام");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(times(server, "GET /captcha"), 2, "how often it was asked for");
      same(server.sent.length, 1, "how often it was sent");
    }));

  await test("one that the server finds too old is made anew by itself, once", () =>
    proven(async (page, server) => {
      const expired = ({ method }, answer) =>
        method === "POST" ? Response.json({ faults: ["captcha-expired"] }, { status: 422 }) : answer();
      page.field("text").focus();
      await until(() => times(server, "GET /captcha") === 1, "it is asked for");
      page.type("text", "سلام");
      server.next.push(expired);
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent.length, 2, "how often it was sent");
      same(server.sent[0].key, server.sent[1].key, "the key");

      page.type("text", "بار دیگر");
      const { answer } = server;
      server.answer = (request) => expired(request, () => answer(request));
      page.send();
      await until(() => page.faults() !== "", "it is refused");
      same(server.sent.length, 4, "how often it was sent");
      same(page.field("text").value, "بار دیگر");
    }));

  await test("where none can be made in a page sent in the open, that is said at once", async () => {
    const { subtle } = Object.getOwnPropertyDescriptors(Crypto.prototype);
    Object.defineProperty(Crypto.prototype, "subtle", { value: undefined, configurable: true });
    try {
      await proven(async (page, server) => {
        page.field("text").focus();
        await until(() => page.faults().includes("https"), "it is said");
        same(times(server, "GET /captcha"), 0, "how often it was asked for");
        same(page.focused(), page.field("text"), "what has the focus");
        page.type("text", "سلام");
        page.send();
        await until(() => page.ids() === "7 6 5" && page.faults().includes("https"), "it is said again");
        same(server.sent.length, 0, "how many were sent");
      });
    } finally {
      Object.defineProperty(Crypto.prototype, "subtle", subtle);
    }
  });

  await test("a page may bring a solver of its own", () =>
    proven(async (page, server) => {
      page.type("text", "سلام");
      page.send();
      await until(() => page.told() !== "", "it is taken");
      same(server.sent[0].captcha, "proof of bce1");
    }, {
      captcha: "other",
      before: (element) => {
        element.options = { solvers: { other: async ({ signature }) => `proof of ${signature}` } };
      },
    }));

  await test("what is asked for and does not come is a failure, and the text stays", () =>
    proven(async (page, server) => {
      const { answer } = server;
      server.answer = (request) => (request.path === "/captcha" ? new Response("", { status: 500 }) : answer(request));
      page.type("text", "سلام");
      page.send();
      await until(() => page.faults().includes("کمی دیگر"), "it is said");
      same(page.field("text").value, "سلام");
      includes(page.ids(), "7 6 5");
    }));

  await test("the page can do something else while a proof is worked on", async () => {
    await proven(async (page, server) => {
      server.challenge = () => ({ ...challenge(), parameters: { ...challenge().parameters, cost: 2000 } });
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 1);
      page.field("text").focus();
      await until(() => times(server, "GET /captcha") === 1 && turns > 5, "the page has its turns");
      clearInterval(timer);
    });
  });
}
