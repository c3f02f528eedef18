// What is to be shared in, a word for the fragment of an address out; and back, whatever such a fragment holds.

/** Characters of a fragment beyond which addresses are cut on their way through other programs. */
export const LONGEST = 16_000;
/** Bytes that a fragment may unfold to: a small one can be made to hold a great deal. */
const LARGEST = 1_000_000;

/** A value as JSON, deflated, in base64url. */
export async function pack(value) {
  const bytes = await collect(through(JSON.stringify(value), new CompressionStream("deflate-raw")), Infinity);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The value that `pack` made a fragment of; rejects for any other. */
export async function unpack(fragment) {
  const text = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const unfolded = await collect(through(bytes, new DecompressionStream("deflate-raw")), LARGEST);
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(unfolded));
}

function through(data, stream) {
  return new Blob([data]).stream().pipeThrough(stream);
}

/** All bytes of a stream, which is left as soon as they are more than `most`. */
async function collect(stream, most) {
  const chunks = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`expected at most ${most} bytes`);
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
