// The public names, read from API Extractor's models: of the library, and of the entries that have a model of their own.
//
// A thing that is reached in several ways, as `gather` by the root and by `tasks`, is one symbol. Its home is the root, if
// that has it, or else the first namespace that does.
import { existsSync } from 'node:fs';
import { ApiItemKind, ApiModel } from '@microsoft/api-extractor-model';
import { library } from '../../shell.mjs';

/** The models: the name of the entry, which is the first part of the paths in it, and the file. */
const MODELS = [
  ['', 'asyncio-ts.api.json'],
  ['testing', 'asyncio-ts-testing.api.json'],
  ['compiled', 'asyncio-ts-compiled.api.json'],
];

/** Reads the models that `npm run build` has made. */
export function readModels() {
  return MODELS.map(([entry, name]) => {
    const file = `${library}/temp/${name}`;
    if (!existsSync(file)) throw new Error(`There is no ${file}. Build first: npm run build`);
    return { entry, members: readMembers(file) };
  });
}

/** The items that a model has at its entry point. */
export const readMembers = (file) => new ApiModel().loadPackage(file).entryPoints[0].members;

/** API Extractor renames what is called as a global is, such as `Event`, to `Event_2`. */
const publicName = (name) => name.replace(/_2$/, '');

/**
 * The symbols of such models. A symbol has its `path` (`gather`, `ssl.SSLContext`, `testing.run_virtual`), its `name`, the
 * `namespace` before it, the `items` of the model (overloads, or a type and a value), and in `aliases` the other paths.
 */
export function toSymbols(models) {
  const symbols = new Symbols();
  for (const { entry, members } of models) symbols.addAll(entry, members);
  return symbols;
}

class Symbols {
  /** By their path, aliases included. */
  #byPath = new Map();
  /** By what API Extractor calls a declaration, with the entry before it. */
  #byReference = new Map();

  /** Each symbol once, in the order of the models. */
  get all() {
    return [...new Set(this.#byPath.values())];
  }

  get(path) {
    return this.#byPath.get(path);
  }

  addAll(entry, members) {
    const byDeclaration = new Map();
    const namespaces = members.filter((item) => item.kind === ApiItemKind.Namespace);
    for (const [name, items] of groupByName(members)) this.#add(entry, name, items, byDeclaration);
    for (const namespace of namespaces) {
      for (const [name, items] of groupByName(namespace.members)) {
        this.#add(namespace.displayName, name, items, byDeclaration);
      }
    }
  }

  #add(namespace, name, items, byDeclaration) {
    const path = namespace === '' ? name : `${namespace}.${name}`;
    const declaration = `${items[0].fileUrlPath}:${items[0].kind}:${name}`;
    const isNamespace = items[0].kind === ApiItemKind.Namespace;
    const known = isNamespace ? undefined : byDeclaration.get(declaration);
    const symbol = known ?? { path, name, namespace, items, aliases: [] };
    if (known !== undefined) known.aliases.push(path);
    byDeclaration.set(declaration, symbol);
    this.#byPath.set(path, symbol);
    for (const item of items) this.#byReference.set(referenceOf(item.canonicalReference), symbol);
  }

  /** The symbol that a piece of a signature names; undefined if it isn't public. */
  named(reference) {
    return this.#byReference.get(referenceOf(reference));
  }

  /**
   * What a link names, seen from a symbol: `{ symbol, member }`, where `member` may be null. A name is looked for beside
   * the symbol first, then at the root, then in all namespaces, as long as only one has it.
   */
  resolve(name, from) {
    for (const prefix of [...(from === null ? [] : [from.path, from.namespace]), '']) {
      const found = this.#at(prefix === '' ? name : `${prefix}.${name}`);
      if (found !== null) return found;
    }
    const namespaces = this.all.filter((symbol) => isNamespace(symbol)).map((symbol) => symbol.path);
    const found = [...namespaces, ...MODELS.map(([entry]) => entry)].map((prefix) => this.#at(`${prefix}.${name}`));
    const distinct = new Set(found.filter((one) => one !== null).map(({ symbol }) => symbol));
    return distinct.size === 1 ? found.find((one) => one !== null) : null;
  }

  #at(path) {
    const symbol = this.#byPath.get(path);
    if (symbol !== undefined) return { symbol, member: null };
    const dot = path.lastIndexOf('.');
    const owner = dot < 0 ? undefined : this.#byPath.get(path.slice(0, dot));
    if (owner === undefined) return null;
    return this.#memberOf(owner, path.slice(dot + 1));
  }

  /** A member, at the class that declares it. */
  #memberOf(owner, name) {
    for (const above of [owner, ...this.ancestorsOf(owner)]) {
      if (membersOf(above).some((member) => memberName(member) === name)) return { symbol: above, member: name };
    }
    return null;
  }

  /** The public classes or interfaces that a symbol extends, the nearest first. */
  ancestorsOf(symbol) {
    const found = [];
    const visit = (one) => {
      for (const item of one.items) {
        for (const excerpt of excerptsAbove(item)) {
          const token = excerpt.spannedTokens.find(({ kind }) => kind === 'Reference');
          const above = token && this.named(token.canonicalReference);
          if (above === undefined || above === symbol || found.includes(above)) continue;
          found.push(above);
          visit(above);
        }
      }
    };
    visit(symbol);
    return found;
  }
}

/** What names the classes or interfaces above; a type that only is another name, as `EventLoop`, has that above it. */
function excerptsAbove(item) {
  if (item.kind === ApiItemKind.Class) return item.extendsType === undefined ? [] : [item.extendsType.excerpt];
  if (item.kind === ApiItemKind.Interface) return item.extendsTypes.map((type) => type.excerpt);
  const isName = item.kind === ApiItemKind.TypeAlias && item.typeExcerpt.spannedTokens.length === 1;
  return isName ? [item.typeExcerpt] : [];
}

const referenceOf = (reference) => reference.toString().replace(/\(\d+\)$/, '');

export const isNamespace = (symbol) => symbol.items[0].kind === ApiItemKind.Namespace;

/** The members of a class or an interface, overloads one by one. */
export const membersOf = (symbol) =>
  symbol.items
    .filter(({ kind }) => kind === ApiItemKind.Class || kind === ApiItemKind.Interface)
    .flatMap((item) => item.members);

/** A member's name, as a program writes it. */
export function memberName(item) {
  if (item.kind === ApiItemKind.Constructor) return 'constructor';
  if (item.kind === ApiItemKind.CallSignature) return '(call)';
  if (item.kind === ApiItemKind.IndexSignature) return '[index]';
  return item.displayName;
}

/** Items by their public name, in order. */
export function groupByName(items, nameOf = (item) => publicName(item.displayName)) {
  const groups = new Map();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
