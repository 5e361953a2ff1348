/** Python. */
import type { Keywords, Language, Lines } from './language';

function args(positional: readonly string[], keywords: Keywords = {}): string {
  return [...positional, ...Object.entries(keywords).map(([name, value]) => `${name}=${value}`)].join(', ');
}

export const python: Language = {
  value: (value) =>
    value === null ? 'None' : typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value),
  list: (items) => `[${items.join(', ')}]`,
  call: (callee, positional, keywords) => `${callee}(${args(positional, keywords)})`,
  make: (type, positional, keywords) => `${type}(${args(positional, keywords)})`,
  wait: (awaitable) => `await ${awaitable}`,
  statement: (expression) => expression,
  declare: (name, expression) => `${name} = ${expression}`,
  assign: (target, expression) => `${target} = ${expression}`,
  coroutine: (name, body) => [`async def ${name}():`, body],
  generator: (name, body) => [`async def ${name}():`, body],
  given: (value) => `(yield ${value})`,
  callback: (name, body) => [`def ${name}(*_):`, body],
  attempt: (body, clauses, final) => [
    'try:',
    body,
    ...clauses.flatMap((clause): Lines => [`except ${clause.type} as error:`, clause.body]),
    ...(final === null ? [] : ['finally:', final]),
  ],
  star: (body, trace) => [
    'try:',
    body,
    ...['ValueError', 'Exception'].flatMap((type): Lines => [`except* ${type} as group:`, [trace(type)]]),
  ],
  within: (manager, name, body) => [`async with ${manager} as ${name}:`, body],
  each: (iterable, name, body, asynchronous) => [`${asynchronous ? 'async for' : 'for'} ${name} in ${iterable}:`, body],
  repeat: (times, body) => [`for _ in range(${String(times)}):`, body],
  unless: (condition, body) => [`if not ${condition}:`, body],
  until: (condition, body) => [`while not ${condition}:`, body],
  raise: (exception) => `raise ${exception}`,
  reraise: () => 'raise',
  thunk: (expression) => `lambda: ${expression}`,
  pick: (list, which) => `${list}[${String(which)} % len(${list})]`,
  last: (list, which) => `${list}[-1 - ${String(which)} % len(${list})]`,
  add: (list, item) => `${list}.append(${item})`,
  give_back: (value) => `return ${value}`,
  mark: () => [],
};
