// The API model that API Extractor makes of the built declarations: what is public, and how it is documented.
import { readFileSync } from 'node:fs';
import { library } from '../shell.mjs';

/**
 * All public things by their path from the package's root, joined by dots: the items of that name, more than one where a
 * function has overloads. An item has its `kind`, its `comment`, the `text` of its declaration, and `source`: where it is
 * declared, by which one tells what stands in several namespaces.
 */
export function readModel() {
  const [entryPoint] = JSON.parse(readFileSync(`${library}/temp/asyncio-ts.api.json`, 'utf8')).members;
  const model = new Map();
  const visit = (item, above, file) => {
    const name = item.kind === 'Constructor' ? 'constructor' : publicName(item);
    const path = above === '' ? name : `${above}.${name}`;
    const text = item.excerptTokens?.map((token) => token.text).join('') ?? '';
    const source = `${item.fileUrlPath ?? file}:${text}`;
    const items = model.get(path) ?? [];
    model.set(path, [...items, { path, kind: item.kind, comment: item.docComment ?? '', text, source }]);
    for (const member of item.members ?? []) visit(member, path, item.fileUrlPath ?? file);
  };
  for (const item of entryPoint.members) visit(item, '', '');
  return model;
}

/** A class that is called as a global is, such as `Event`, is declared under another name: `Event_2`. */
const publicName = ({ name }) => name?.replace(/_2$/, '');

/** Whether a path is in the model: a member is where its class, or a class that it extends, declares it. */
export function isInModel(model, path, built) {
  if (model.has(path.join('.'))) return true;
  const name = path.at(-1);
  let owner = path.slice(0, -1).reduce((above, part) => above?.[part], built);
  for (; typeof owner === 'function'; owner = Object.getPrototypeOf(owner)) {
    if (['', 'concurrent.', 'contextvars.', 'inspect.'].some((module) => model.has(`${module}${owner.name}.${name}`))) {
      return true;
    }
  }
  return false;
}
