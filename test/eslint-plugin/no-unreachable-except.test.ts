import * as asyncio from 'asyncio-ts';
import { SUBCLASSES } from '#eslint-plugin/reading/exceptions';
import { testRule } from './support/rules.js';

const chain = (...tests: string[]): string =>
  `try { work(); } catch (error) { ${tests.map((name) => `if (error instanceof ${name}) log();`).join(' else ')} }`;

testRule('no-unreachable-except', {
  valid: [
    chain('asyncio.KeyError', 'asyncio.LookupError', 'asyncio.Exception'),
    chain('asyncio.Exception', 'asyncio.CancelledError'),
    chain('Mine', 'asyncio.Exception'),
    'if (a instanceof asyncio.OSError) log(); else if (b instanceof asyncio.TimeoutError) log();',
    'if (a instanceof asyncio.OSError) log(); if (a instanceof asyncio.TimeoutError) log();',
    'asyncio.except_star(error, [asyncio.KeyError, log], [asyncio.LookupError, log]);',
  ],
  invalid: [
    { code: chain('asyncio.OSError', 'asyncio.TimeoutError'), errors: ['unreachable'] },
    { code: chain('asyncio.Exception', 'asyncio.ValueError'), errors: ['unreachable'] },
    { code: chain('asyncio.ValueError', 'asyncio.ValueError'), errors: ['unreachable'] },
    { code: chain('Error', 'asyncio.CancelledError'), errors: ['unreachable'] },
    { code: chain('asyncio.Exception', 'Mine', 'asyncio.KeyError'), errors: ['unreachable'] },
    {
      code: '{ if (e instanceof asyncio.Exception) throw e; if (e instanceof asyncio.KeyError) log(); }',
      errors: ['unreachable'],
    },
    {
      code: 'asyncio.except_star(error, [asyncio.OSError, log], [[asyncio.TimeoutError, asyncio.KeyError], log]);',
      errors: ['unreachable'],
    },
  ],
});

test('the table of exceptions is that of the library', () => {
  const library: Record<string, unknown> = { ...asyncio };
  const classes = Object.entries(library).filter(
    ([name, value]) => typeof value === 'function' && value.prototype instanceof Error && name !== 'LeakError',
  );
  const listed = Object.entries(SUBCLASSES).flatMap(([parent, children]) =>
    children.split(' ').map((child) => [child, parent] as const),
  );

  expect([...new Set(listed.map(([name]) => name))].sort()).toEqual(classes.map(([name]) => name).sort());
  for (const [name, parent] of listed) {
    const above = parent === 'Error' ? Error : (library[parent] as typeof Error);
    const made = Object.create((library[name] as typeof Error).prototype) as Error;
    expect([name, parent, made instanceof above]).toEqual([name, parent, true]);
  }
});
