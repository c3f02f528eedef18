// What may be written with the types of texts alone, and what may not; compiled, never run.

import { init, normalize, SatrError } from "satr/text";
import type { Edit, ErrorCode, Rule, TextOptions } from "satr/text";

declare const bytes: Uint8Array<ArrayBuffer>;

await init();
await init(bytes, new URL("https://example.com/satr.zwnj"));

const options: TextOptions = { typography: "repair", numerals: "persian", rules: { quotes: false, "split-compound": null } };
const { text, edits }: { text: string; edits: Edit[] } = await normalize("کتابها", options);
const told: string = edits.map(({ start, end, from, to, rule }) => `${start + end}${from}${to}${rule}`).join() + text;
const rule: Rule = "ezafe";
await normalize("کتابها");
await normalize("کتابها", null);

try {
  await normalize("");
} catch (error) {
  if (error instanceof SatrError) {
    const code: ErrorCode = error.code;
    const why: string = error.message + error.detail;
  }
}

// @ts-expect-error Text is text.
await normalize(5);
// @ts-expect-error No such typography.
await normalize("", { typography: "mend" });
// @ts-expect-error No such rule.
await normalize("", { rules: { "half-space": true } });
// @ts-expect-error A page's colours are none of a text.
await normalize("", { theme: "dark" });
// @ts-expect-error It is rejected with, not made.
new SatrError();
