/** JavaScript, in wrapped, in generator and in compiled style. */
import type { Keywords, Language, Lines } from './language';

function args(positional: readonly string[], keywords?: Keywords): string {
  const entries = Object.entries(keywords ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [...positional, ...(entries.length === 0 ? [] : [`{ ${entries.join(', ')} }`])].join(', ');
}

/** Names that stand by themselves in Python. */
const OF_THE_LIBRARY =
  /^(ValueError|KeyError|RuntimeError|Exception|ExceptionGroup|BaseExceptionGroup|TimeoutError|StopAsyncIteration)$/;

function type(name: string): string {
  return OF_THE_LIBRARY.test(name) ? `asyncio.${name}` : name;
}

/** How a function is written; for TypeScript's helpers as for the compiler, but for managers. */
export type FunctionStyle = 'wrapped' | 'generator' | 'compiled' | 'helpers';

/** A language in which the functions themselves choose between the styles; `counted` is told of every mark. */
export function javascript(style: () => FunctionStyle, counted?: (name: string) => void): Language {
  const isGenerator = (): boolean => style() === 'generator';
  const fn = (name: string, lines: Lines, wrapper: string, star: string): Lines => {
    if (style() === 'compiled' || style() === 'helpers') return [`async function${star} ${name}() {`, lines, '}'];
    const word = isGenerator() ? 'function*' : `async function${star}`;
    return [`const ${name} = ${wrapper}(${word} ${name}() {`, lines, '});'];
  };
  return {
    value: (value) => JSON.stringify(value),
    list: (items) => `[${items.join(', ')}]`,
    call: (callee, positional, keywords) => `${callee}(${args(positional, keywords)})`,
    make: (name, positional, keywords) => `new ${type(name)}(${args(positional, keywords)})`,
    wait: (awaitable) => `(${isGenerator() ? 'yield*' : 'await'} ${awaitable})`,
    statement: (expression) => `${expression};`,
    declare: (name, expression) => `const ${name} = ${expression};`,
    assign: (target, expression) => `${target} = ${expression};`,
    coroutine: (name, lines) => fn(name, lines, 'asyncio.coroutine', ''),
    generator: (name, lines) => fn(name, lines, 'asyncio.asyncgen', '*'),
    given: (value) => (isGenerator() ? `(yield* asyncio.yield_(${value}))` : `(yield ${value})`),
    callback: (name, lines) => [`function ${name}() {`, lines, '}'],
    attempt: (lines, clauses, final) => [
      'try {',
      lines,
      ...(clauses.length === 0
        ? []
        : [
            '} catch (error) {',
            [
              ...clauses.flatMap((clause, i): Lines => [
                `${i === 0 ? '' : '} else '}if (error instanceof ${type(clause.type)}) {`,
                clause.body,
              ]),
              '} else throw error;',
            ],
          ]),
      ...(final === null ? [] : ['} finally {', final]),
      '}',
    ],
    star: (lines, trace) => [
      'try {',
      lines,
      '} catch (error) {',
      [
        'asyncio.except_star(error,',
        [...['ValueError', 'Exception'].map((name) => `[asyncio.${name}, (group) => { ${trace(name)} }],`)],
        ');',
      ],
      '}',
    ],
    within: (manager, name, lines) => {
      if (style() === 'compiled') return ['{', [`await using ${name} = ${manager};`, ...lines], '}'];
      if (style() === 'helpers') {
        const entered = `await using entered = await asyncio.enter(${manager});`;
        return ['{', [entered, `const ${name} = entered.value;`, ...lines], '}'];
      }
      return isGenerator()
        ? [`yield* asyncio.async_with(${manager}, function* (${name}) {`, lines, '});']
        : [`await asyncio.async_with(${manager}, async (${name}) => {`, lines, '});'];
    },
    each: (iterable, name, lines, asynchronous) => {
      if (!asynchronous) return [`for (const ${name} of ${iterable}) {`, lines, '}'];
      return isGenerator()
        ? [`yield* asyncio.async_for(${iterable}, function* (${name}) {`, lines, '});']
        : [`for await (const ${name} of ${iterable}) {`, lines, '}'];
    },
    repeat: (times, lines) => [`for (let i = 0; i < ${String(times)}; i++) {`, lines, '}'],
    unless: (condition, lines) => [`if (!${condition}) {`, lines, '}'],
    until: (condition, lines) => [`while (!${condition}) {`, lines, '}'],
    raise: (exception) => `throw ${exception};`,
    reraise: () => 'throw error;',
    thunk: (expression) => `() => ${expression}`,
    pick: (list, which) => `${list}[${String(which)} % ${list}.length]`,
    last: (list, which) => `${list}[${list}.length - 1 - (${String(which)} % ${list}.length)]`,
    add: (list, item) => `${list}.push(${item});`,
    give_back: (value) => `return ${value};`,
    mark: (name) => {
      counted?.(name);
      return counted === undefined ? [] : [`hit(${JSON.stringify(name)});`];
    },
  };
}
