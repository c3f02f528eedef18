/** The source of an element in, the manifest of what it promises, for editors and catalogues, out: its doc comment, read. */
import { create, ts } from "@custom-elements-manifest/analyzer";

/** What only the browser calls. */
const CALLED_BACK = /^(connected(Move)?|disconnected|adopted|attributeChanged)Callback$/;

/** The manifest of a module with one element, whose place in the package is `path`. */
export function manifestOf(path, source) {
  const module = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true);
  const manifest = create({ modules: [module] });
  const [found] = manifest.modules;
  const [element] = found.declarations.filter(({ tagName }) => tagName);
  const members = element.members.filter(({ name, privacy }) => privacy !== "private" && !CALLED_BACK.test(name));
  const events = element.events.filter(({ description }) => description);
  const cssParts = withOthers(element.cssParts, /`([a-z][\w-]*)`/g, "");
  const cssProperties = withOthers(element.cssProperties, /`(?:--satr)?(-[a-z][\w-]*)`/g, "--satr");
  // What is drawn on a server has no HTMLElement to extend, and the analyzer reads no expressions and no names.
  found.declarations = [{ ...element, members, events, cssParts, cssProperties, customElement: true, superclass: { name: "HTMLElement" } }];
  for (const exported of found.exports)
    if (exported.kind === "custom-element-definition") exported.name = element.tagName;
  return manifest;
}

/** Items, and behind each the others that it names: those are parts of it, or go with it. */
function withOthers(items, names, prefix) {
  return items.flatMap((item) => {
    const others = [...item.description.matchAll(names)].map(([, name]) => ({ name: prefix + name, description: `See ${item.name}.` }));
    return [item, ...others];
  });
}
