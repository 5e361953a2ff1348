import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';

import { Ring } from '#asyncio/builtins/ring';

describe('Ring', () => {
  test('gives items back in the order in which they came', () => {
    const ring = new Ring<string>();
    for (const item of 'abc') ring.push(item);
    expect([ring.shift(), ring.shift(), ring.shift(), ring.shift()]).toEqual(['a', 'b', 'c', undefined]);
  });

  test('keeps order when it grows while its contents wrap around the end of the array', () => {
    const ring = new Ring<number>();
    for (let item = 0; item < 12; item++) ring.push(item);
    for (let item = 0; item < 10; item++) ring.shift();
    for (let item = 12; item < 100; item++) ring.push(item);
    expect([...ring]).toEqual(Array.from({ length: 90 }, (_, index) => index + 10));
  });

  test('keeps nothing alive that has left', async () => {
    const ring = new Ring<object>();
    const references = Array.from({ length: 40 }, (_, index) => pushObject(ring, { index }));
    for (let index = 0; index < 20; index++) ring.shift();
    const kept = references.slice(20);
    await collectGarbage();
    expect(references.slice(0, 20).map((reference) => reference.deref())).toEqual(new Array(20).fill(undefined));
    expect(kept.map((reference) => reference.deref())).not.toContain(undefined);
    ring.clear();
    await collectGarbage();
    expect(kept.map((reference) => reference.deref())).toEqual(new Array(20).fill(undefined));
  });

  test('behaves as an array under any sequence of operations', () => {
    const count = fc.integer({ min: 1, max: 40 });
    const operation = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('push' as const), count }) },
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('shift' as const), count }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const), count: fc.constant(0) }) },
    );
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const ring = new Ring<number>();
        const model: number[] = [];
        let next = 0;
        for (const { kind, count } of operations) {
          if (kind === 'clear') {
            ring.clear();
            model.length = 0;
          }
          for (let index = 0; index < count; index++) {
            if (kind === 'push') {
              ring.push(next);
              model.push(next++);
            } else {
              expect(ring.shift()).toBe(model.shift());
            }
          }
          expect(ring).toHaveLength(model.length);
          expect([...ring]).toEqual(model);
        }
      }),
    );
  });
});

function pushObject(ring: Ring<object>, item: object): WeakRef<object> {
  ring.push(item);
  return new WeakRef(item);
}

/** Collects garbage in a later turn, since a WeakRef holds its target to the end of the turn that made it. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setImmediate(resolve));
  collect();
}
