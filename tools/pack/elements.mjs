/** The sources of elements in, the manifest of what they promise, for editors and catalogues, out: their doc comments, read. */
import { create, ts } from "@custom-elements-manifest/analyzer";

/** What only the browser calls, and what only we do. */
const NOT_FOR_PAGES = /^(connected(Move)?|disconnected|adopted|attributeChanged)Callback$|^kind$/;

/** The manifest of the elements of a module; `sources` are those of it, whose place in the package is `path`, and of its classes'. */
export function manifestOf(path, sources) {
  const modules = Object.entries(sources).map(([name, source]) => ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true));
  const { modules: all, ...manifest } = create({ modules });
  const found = all.find((module) => module.path === path);
  found.declarations = found.declarations.filter(({ tagName }) => tagName).map(elementOf);
  const classes = found.declarations.map(({ name }) => ({ kind: "js", name, declaration: { name, module: path } }));
  // They are defined in a loop, which the analyzer does not read.
  const tags = found.declarations.map(({ name, tagName }) => ({
    kind: "custom-element-definition",
    name: tagName,
    declaration: { name, module: path },
  }));
  return { ...manifest, modules: [{ ...found, exports: [...classes, ...tags] }] };
}

/** An element as it is to whoever uses it: what it has of its class is its own. */
function elementOf({ inheritedFrom: _, ...element }) {
  const members = element.members
    .filter(({ name, privacy }) => privacy !== "private" && !NOT_FOR_PAGES.test(name))
    .map(({ inheritedFrom: _, ...member }) => member);
  const events = element.events.filter(({ description }) => description).map(({ inheritedFrom: _, ...event }) => event);
  const cssParts = withOthers(element.cssParts, /`([a-z][\w-]*)`/g, "");
  const cssProperties = withOthers(element.cssProperties ?? [], /`(?:--satr)?(-[a-z][\w-]*)`/g, "--satr");
  // What is drawn on a server has no HTMLElement to extend, and the analyzer reads no expressions and no names.
  return { ...element, members, events, cssParts, cssProperties, customElement: true, superclass: { name: "HTMLElement" } };
}

/** Items, and behind each the others that it names: those are parts of it, or go with it. */
function withOthers(items, names, prefix) {
  return items.flatMap((item) => {
    const others = [...item.description.matchAll(names)].map(([, name]) => ({ name: prefix + name, description: `See ${item.name}.` }));
    return [item, ...others];
  });
}
