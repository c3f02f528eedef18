/** The source of an element in, the manifest of what it promises out, for editors and catalogues: its doc comment, read. */
import { create, ts } from "@custom-elements-manifest/analyzer";

/** What only the element itself calls; nobody who uses it does. */
const OF_THE_PLATFORM = /^(connected(Move)?|disconnected|adopted|attributeChanged)Callback$/;

/** The manifest of a module, `path` in the package. */
export function manifestOf(path, source) {
  const module = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true);
  return create({ modules: [module] });
}
