/** `gather`, `wait`, `wait_for`, `shield`, `as_completed`. */
import * as fc from 'fast-check';
import { awaitable, item, items, type Item } from '../items';
import type { Keywords, Lines } from '../language';
import { number, once, operation, timeout, type Operation } from '../operation';
import type { Writer } from '../writer';

const MODES = ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const;

/** Waits for a future, or keeps it for later. */
function awaitOrKeep(future: string, keep: boolean, at: Writer): Lines {
  return [keep ? at.keep(future) : at.awaits(future)];
}

function seconds(value: number | null, at: Writer): Keywords {
  return { timeout: at.to.value(value) };
}

export const waiting: readonly Operation[] = [
  operation<{ items: Item[]; exceptions: boolean; keep: boolean }>(
    'gather',
    2,
    { items, exceptions: fc.boolean(), keep: once(3) },
    (fields, at) => {
      const keywords = { return_exceptions: at.to.value(fields.exceptions) };
      const awaitables = fields.items.map((one) => awaitable(one, at));
      return awaitOrKeep(at.to.call('asyncio.gather', awaitables, keywords), fields.keep, at);
    },
  ),

  operation<{ tasks: number[]; timeout: number | null; mode: (typeof MODES)[number] }>(
    'wait',
    2,
    { tasks: fc.array(number, { minLength: 1, maxLength: 3 }), timeout, mode: fc.constantFrom(...MODES) },
    (fields, at) => {
      const { to } = at;
      const tasks = fields.tasks.map((which) => at.later(which));
      const name = `sets${at.label()}`;
      const keywords = { ...seconds(fields.timeout, at), return_when: `asyncio.${fields.mode}` };
      return [
        to.declare(name, to.wait(to.call('asyncio.wait', [to.list(tasks)], keywords))),
        at.trace(to.call('names', [`${name}[0]`]), to.call('names', [`${name}[1]`])),
      ];
    },
  ),

  operation<{ item: Item; timeout: number | null }>('wait_for', 8, { item, timeout }, (fields, at) => [
    ...at.to.mark(`wait_for of ${fields.item.kind}`),
    at.awaits(at.to.call('asyncio.wait_for', [awaitable(fields.item, at)], seconds(fields.timeout, at))),
  ]),

  operation<{ item: Item; keep: boolean }>('shield', 2, { item, keep: once(3) }, (fields, at) =>
    awaitOrKeep(at.to.call('asyncio.shield', [awaitable(fields.item, at)]), fields.keep, at),
  ),

  /** A shield whose two sides end one after the other. */
  operation<{ how: 'result' | 'exception' | 'cancel'; first: 'inside' | 'outside' }>(
    'shielded',
    3,
    { how: fc.constantFrom('result', 'exception', 'exception', 'cancel'), first: fc.constantFrom('inside', 'outside') },
    (fields, at) => {
      const { to } = at;
      const [inner, outer] = [`inner${at.label()}`, `outer${at.label()}`];
      const inside = to.statement(
        {
          result: () => to.call(`${inner}.set_result`, [to.value(1)]),
          exception: () => to.call(`${inner}.set_exception`, [at.exception(5)]),
          cancel: () => to.call(`${inner}.cancel`, []),
        }[fields.how](),
      );
      const outside = at.trace(to.call(`${outer}.cancel`, []));
      const turn = to.statement(to.wait(to.call('asyncio.sleep', [to.value(0)])));
      return [
        to.declare(inner, to.call('loop.create_future', [])),
        to.declare(outer, to.call('asyncio.shield', [inner])),
        at.keep(outer),
        ...(fields.first === 'inside' ? [inside, outside] : [outside, turn, inside]),
        turn,
      ];
    },
  ),

  operation<{ items: Item[]; timeout: number | null; how: 'asynchronous' | 'plain' }>(
    'as_completed',
    2,
    { items, timeout, how: fc.constantFrom('asynchronous', 'plain') },
    (fields, at) => {
      const { to } = at;
      const awaitables = to.list(fields.items.map((one) => awaitable(one, at)));
      const iterable = to.call('asyncio.as_completed', [awaitables], seconds(fields.timeout, at));
      return to.each(iterable, 'one', [at.awaits('one')], fields.how === 'asynchronous');
    },
  ),

  operation<{ item: Item }>('spawn_item', 2, { item }, (fields, at) => [
    at.keep(at.to.call('asyncio.ensure_future', [awaitable(fields.item, at)])),
  ]),
];
