/** The names that the rules know are names of Python's package or of the library. */
import { readFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { BODY_TAKERS, CLASSES, FUNCTIONS, METHODS } from '#eslint-plugin/reading/names';

interface PythonName {
  readonly name: string;
  readonly kind: string;
}

const file = `${__dirname}/../../scripts/api-coverage/python-api-3.14.json`;
const python = (JSON.parse(readFileSync(file, 'utf8')) as { names: PythonName[] }).names;
const kinds = new Map(python.map(({ name, kind }) => [name, kind]));

/** Python has these in a submodule only. */
const IN_SUBMODULES = new Set(['staggered_race']);
const isKnown = (name: string): boolean => name in asyncio || kinds.has(`asyncio.${name}`) || IN_SUBMODULES.has(name);

test.each([...FUNCTIONS.keys(), ...CLASSES.keys(), ...BODY_TAKERS.keys()])('%s exists', (name) => {
  expect(isKnown(name)).toBe(true);
});

test('what Python calls a coroutine makes one here, and is known to', () => {
  const coroutines = python.filter(({ name, kind }) => kind === 'coroutine' && /^asyncio\.[a-z_]+$/.test(name));
  for (const { name } of coroutines) {
    expect([name, FUNCTIONS.get(name.slice('asyncio.'.length))]).toEqual([name, 'Coroutine']);
  }
});

test.each(Object.entries(METHODS))('the methods of %s exist', (kind, methods) => {
  const type = (asyncio as unknown as Record<string, { prototype: object }>)[kind];
  for (const method of methods.keys()) {
    const isMember = (type !== undefined && method in type.prototype) || kinds.has(`asyncio.BaseEventLoop.${method}`);
    expect([method, isMember]).toEqual([method, true]);
  }
});
