/** Things to wait for, as arguments of `gather`, `wait_for` and their like. */
import * as fc from 'fast-check';
import { number } from './operation';
import type { Writer } from './writer';

const KINDS = [
  'event',
  'lock',
  'semaphore',
  'condition',
  'barrier',
  'barrier',
  'get',
  'put',
  'join',
  'sleep',
  'anext',
] as const;

/** A call of a function of the program, a task or future that is there already, or a wait of a lock, a queue and so on. */
export interface Item {
  readonly kind: 'fn' | 'task' | 'future' | (typeof KINDS)[number];
  readonly which: number;
}

export const item: fc.Arbitrary<Item> = fc.record({
  kind: fc.oneof(
    { weight: 1, arbitrary: fc.constant('fn' as const) },
    { weight: 1, arbitrary: fc.constantFrom('task' as const, 'future' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...KINDS) },
  ),
  which: number,
});

export const items: fc.Arbitrary<Item[]> = fc.array(item, { minLength: 0, maxLength: 3, size: 'max' });

/** The awaitable that an item stands for. */
export function awaitable({ kind, which }: Item, at: Writer): string {
  const { to } = at;
  switch (kind) {
    case 'fn': {
      const callee = at.callee(which);
      return callee === null ? to.pick('futures', which) : at.call(callee);
    }
    case 'task':
      return at.later(which);
    case 'future':
      return to.pick('futures', which);
    case 'event':
      return to.call(`${to.pick('events', which)}.wait`, []);
    case 'lock':
      return to.call(`${to.pick('locks', which)}.acquire`, []);
    case 'semaphore':
      return to.call(`${to.pick('semaphores', which)}.acquire`, []);
    case 'condition':
      return to.call('condition_wait', []);
    case 'barrier':
      return to.call('barrier.wait', []);
    case 'get':
    case 'join':
      return to.call(`${to.pick('queues', which)}.${kind}`, []);
    case 'put':
      return to.call(`${to.pick('queues', which)}.put`, [to.value(which)]);
    case 'sleep':
      return to.call('asyncio.sleep', [to.value(which % 3), to.value(which)]);
    case 'anext':
      return to.call(`${to.pick('generators', which)}.__anext__`, []);
  }
}
