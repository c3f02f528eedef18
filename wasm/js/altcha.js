// A challenge of ALTCHA, version 2, in, the proof that this device has worked on it out.

import { breath } from "./slices.js";

/** Beyond it there is no answer: our servers draw theirs far below. */
const LAST = 100_000;

/** Milliseconds of work after which the page can do something else. */
const SLICE = 12;

/**
 * Counts until the key that is derived from the count begins as the challenge says: PBKDF2 with SHA-256, which the browser
 * works on beside the page.
 */
export async function solve(challenge, signal) {
  const { parameters, signature } = challenge;
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = parameters;
  if (algorithm !== "PBKDF2/SHA-256") throw new Error(`expected PBKDF2/SHA-256, "${algorithm}" came`);
  const { subtle } = crypto;
  const head = bytesOf(nonce);
  const password = new Uint8Array(head.length + 4);
  password.set(head);
  const count = new DataView(password.buffer, head.length);
  const how = { name: "PBKDF2", salt: bytesOf(salt), iterations: cost, hash: "SHA-256" };
  const began = performance.now();
  for (let counter = 0, due = began + SLICE; counter <= LAST; counter += 1) {
    signal?.throwIfAborted();
    count.setUint32(0, counter);
    const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hexOf(new Uint8Array(await subtle.deriveBits(how, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) {
      const time = performance.now() - began;
      return btoa(JSON.stringify({ challenge: { parameters, signature }, solution: { counter, derivedKey, time } }));
    }
    if (performance.now() < due) continue;
    await breath();
    due = performance.now() + SLICE;
  }
  throw new Error(`expected an answer up to ${LAST}`);
}

function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
