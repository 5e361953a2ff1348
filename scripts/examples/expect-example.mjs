// What the assertions of an example call.
import { isDeepStrictEqual, inspect } from 'node:util';

const reached = new Set();

/** Fails unless `actual` equals `expected`. @type {(where: string, actual: unknown, expected: unknown) => void} */
export function expectExample(where, actual, expected) {
  reached.add(where);
  if (isDeepStrictEqual(actual, expected)) return;
  console.error(`${where}: said to be ${inspect(expected)}, is ${inspect(actual)}`);
  process.exit(1);
}

/** Fails at the end unless that many assertions were reached: an example whose end is never run proves nothing. */
export function reach(count) {
  process.on('exit', (code) => {
    if (code !== 0 || reached.size === count) return;
    console.error(`only ${reached.size} of its ${count} assertions were reached`);
    process.exitCode = 1;
  });
}
