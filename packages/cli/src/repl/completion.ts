/** Completion by Tab: names, and properties of what has a name. Nothing is called for it, getters included. */

/** As readline wants it: the completions, and the text that they complete. */
export type Completer = (line: string) => [completions: string[], completed: string];

const KEYWORDS: readonly string[] = (
  'async await break case catch class const continue debugger default delete do else export extends false finally for ' +
  'function if import in instanceof let new null return super switch this throw true try typeof undefined using var void while yield'
).split(' ');

/** Completes from the names in a scope. */
export function completer(scope: object): Completer {
  return (line) => {
    const [path = ''] = /[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Nd}$_]*(?:\??\.[\p{L}\p{Nl}\p{Nd}$_]*)*$/u.exec(line) ?? [];
    const steps = path.split(/\??\./);
    const last = steps.pop() ?? '';
    const target = steps.reduce<unknown>(valueOf, scope);
    if (target === null || target === undefined) return [[], path];
    const names = namesOf(Object(target) as object, last);
    if (steps.length === 0)
      return [[...new Set([...names, ...KEYWORDS.filter((word) => word.startsWith(last))])].sort(), last];
    return [names, last];
  };
}

/** The value of a property, unless it takes a call to know it. */
function valueOf(target: unknown, name: string): unknown {
  if (target === null || target === undefined) return undefined;
  for (let holder: object | null = Object(target) as object; holder !== null; holder = prototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return descriptor.value;
  }
  return undefined;
}

function namesOf(target: object, beginning: string): string[] {
  const names = new Set<string>();
  for (let holder: object | null = target; holder !== null; holder = prototypeOf(holder)) {
    // What begins with an underscore is shown to those who ask for it; everything has what objects have.
    if (holder === Object.prototype && beginning === '') break;
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (name.startsWith(beginning) && (beginning !== '' || !name.startsWith('_')) && IDENTIFIER.test(name))
        names.add(name);
    }
  }
  return [...names].sort();
}

const IDENTIFIER = /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Nd}$_]*$/u;

const prototypeOf = (holder: object) => Object.getPrototypeOf(holder) as object | null;
