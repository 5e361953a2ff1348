// What a name is in Python, and where Python's documentation describes it.
import { KEYWORD_ONLY, POSITIONAL_ONLY, VAR_KEYWORD, VAR_POSITIONAL } from '../../api-coverage/python-signature.mjs';
import { readReference } from '../../api-coverage/reference.mjs';
import { isNamespace } from './model.mjs';
import { isUndocumented } from './undocumented.mjs';

const DOCUMENTATION = 'https://docs.python.org/3.14/library';

/** Namespaces that are modules of Python, of which the list of Python's names doesn't tell. */
const UNLISTED = new Set(['socket', 'ssl']);

/** The same for single names. */
const UNLISTED_NAMES = new Set(['OverflowError']);

/** Python's documentation describes the methods of all loops at one place. */
const LOOPS = /^asyncio\.(AbstractEventLoop|BaseEventLoop|EventLoop|SelectorEventLoop)(?=\.)/;

/** Python's names, by the paths that they have here. */
export const readPythonNames = () => new Map(readReference().map((entry) => [entry.path.join('.'), entry]));

/**
 * Where a symbol, or a member of it, stands in Python's documentation: `{ name, url }`, or null if it isn't Python's. What
 * is Python's, but isn't described, has the page of its group.
 */
export function pythonCounterpart(names, group, symbol, member = null) {
  const path = member === null ? symbol.path : `${symbol.path}.${member}`;
  if (group.python === undefined || !isOfPython(names, group, symbol, path)) return null;
  // In groups of a module of its own the prefix is the module; what is before the symbol's name is our way to it.
  const name =
    group.prefix === undefined
      ? `asyncio.${path}`
      : `${group.prefix}${path.slice(symbol.path.length - symbol.name.length)}`;
  const anchor = name.replace(LOOPS, 'asyncio.loop');
  const page = `${DOCUMENTATION}/${group.python}.html`;
  const hasAnchor = !isUndocumented(anchor) && !(member ?? '').startsWith('_');
  return { name, url: hasAnchor ? `${page}#${anchor}` : page };
}

function isOfPython(names, group, symbol, path) {
  if (isNamespace(symbol)) return false;
  if (names.has(path) || UNLISTED_NAMES.has(path)) return true;
  if (!UNLISTED.has(symbol.namespace) || OURS.has(symbol.path) || group.types.includes(symbol)) return false;
  const member = path.slice(symbol.path.length + 1);
  return /^\w*$/.test(member) && member !== 'constructor' && !member.startsWith('_');
}

/** What the namespaces `socket` and `ssl` have, and Python's modules don't. */
const OURS = new Set(['socket.BlockingMethods', 'socket.TransportSocket', 'ssl.ASN1Object']);

/** Python's signature, as a program would read it; null if it has none. */
export function pythonSignature(names, path) {
  const entry = names.get(path);
  if (entry?.parameters == null) return null;
  const wait = entry.kind === 'coroutine' ? 'await ' : '';
  return `${wait}${entry.name.replace(/^builtins\./, '')}(${pythonParameters(entry.parameters)})`;
}

/** Parameters as Python writes them, without the addresses and names of hidden things among the defaults. */
export function pythonParameters(parameters) {
  const texts = [];
  let isStarred = false;
  for (const [index, { name, kind, default: given }] of parameters.entries()) {
    if (kind === KEYWORD_ONLY && !isStarred) texts.push('*');
    if (kind === KEYWORD_ONLY || kind === VAR_POSITIONAL) isStarred = true;
    const stars = { [VAR_POSITIONAL]: '*', [VAR_KEYWORD]: '**' }[kind] ?? '';
    const value = given === null ? '' : `=${/^</.test(given) ? shortDefault(given) : given}`;
    texts.push(`${stars}${name}${value}`);
    if (kind === POSITIONAL_ONLY && parameters[index + 1]?.kind !== POSITIONAL_ONLY) texts.push('/');
  }
  return texts.join(', ');
}

/** `<AddressFamily.AF_UNSPEC: 0>` is `AF_UNSPEC`; what has no name that a program could write is three dots. */
const shortDefault = (text) => /^<\w+\.(\w+): \d+>$/.exec(text)?.[1] ?? '...';

/** From which version of Python on there is such a name; null if the list doesn't tell. */
export const sinceVersion = (names, path) => names.get(path)?.since ?? null;
