/** A wasm in, the features out that it cannot do without. */

/** One for an engine, but several for Binaryen, which will not take one away and leave the others. */
const TOGETHER = {
  BulkMemory: ["BulkMemoryOpt"],
  ReferenceTypes: ["CallIndirectOverlong", "GC"],
};

/** Binaryen's names: a feature is used when the module is not valid without it. */
export async function usedFeatures(wasm) {
  const { Features, readBinary } = await loadQuietly();
  const module = readBinary(wasm);
  const { MVP, All, BulkMemoryOpt, CallIndirectOverlong, ...single } = Features;
  return Object.keys(single).filter((name) => {
    const without = [name, ...(TOGETHER[name] ?? [])].reduce((left, taken) => left & ~Features[taken], All);
    module.setFeatures(without);
    return !module.validate();
  });
}

/** Binaryen writes all that is not valid on the console it found when it was loaded; here a yes or no will do. */
async function loadQuietly() {
  const { error } = console;
  console.error = () => {};
  try {
    return (await import("binaryen")).default;
  } finally {
    console.error = error;
  }
}
