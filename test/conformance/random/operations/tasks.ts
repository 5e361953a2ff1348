/** Coroutines that await coroutines, tasks, futures, cancellation. */
import * as fc from 'fast-check';
import { delay, message, number, once, operation, type Operation } from '../operation';
import type { Writer } from '../writer';

/** Lines about a function behind this one, if there is one. */
function withCallee(which: number, at: Writer, lines: (callee: number) => string): string[] {
  const callee = at.callee(which);
  return [callee === null ? at.trace() : lines(callee)];
}

/** Sets a future; unless it is done already, if that is to be minded. */
export function setFuture(
  at: Writer,
  which: number,
  how: 'result' | 'exception' | 'cancel',
  careful: boolean,
): string[] {
  const { to } = at;
  const future = to.pick('futures', which);
  const set = to.statement(
    {
      result: () => to.call(`${future}.set_result`, [to.value(Number(at.label()))]),
      exception: () => to.call(`${future}.set_exception`, [at.exception(which)]),
      cancel: () => to.call(`${future}.cancel`, []),
    }[how](),
  );
  return careful ? (to.unless(to.call(`${future}.done`, []), [set]) as string[]) : [set];
}

export const tasks: readonly Operation[] = [
  operation('trace', 2, {}, (_fields, at) => [at.trace()]),

  operation('sleep', 4, { delay }, (fields, at) => [
    at.to.statement(at.to.wait(at.to.call('asyncio.sleep', [at.to.value(fields.delay)]))),
  ]),

  operation('sleep_result', 1, { delay }, (fields, at) => [
    at.awaits(at.to.call('asyncio.sleep', [at.to.value(fields.delay), at.to.value(`slept ${String(fields.delay)}`)])),
  ]),

  operation('call', 4, { fn: number }, ({ fn }, at) => withCallee(fn, at, (callee) => at.awaits(at.call(callee)))),

  operation('spawn', 5, { fn: number }, ({ fn }, at) =>
    withCallee(fn, at, (callee) => at.keep(at.to.call('asyncio.create_task', [at.call(callee)]), callee)),
  ),

  operation<{ fn: number; name: number; how: 'plain' | 'context' | 'eager' }>(
    'spawn_with',
    2,
    { fn: number, name: number, how: fc.constantFrom('plain', 'context', 'eager') },
    ({ fn, name, how }, at) =>
      withCallee(fn, at, (callee) => {
        const { to } = at;
        const keywords = {
          name: to.value(`n${String(name)}`),
          ...(how === 'context' && { context: to.pick('contexts', name) }),
          ...(how === 'eager' && at.eager && { eager_start: to.value(true) }),
        };
        return at.keep(to.call('asyncio.create_task', [at.call(callee)], keywords), callee);
      }),
  ),

  operation('ensure_future', 1, { fn: number }, ({ fn }, at) =>
    withCallee(fn, at, (callee) => at.keep(at.to.call('asyncio.ensure_future', [at.call(callee)]), callee)),
  ),

  operation('run_coroutine_threadsafe', 1, { fn: number }, ({ fn }, at) =>
    withCallee(fn, at, (callee) => {
      const { to } = at;
      const future = to.call('asyncio.run_coroutine_threadsafe', [at.call(callee), 'loop']);
      return at.awaits(to.call('asyncio.wrap_future', [future]));
    }),
  ),

  operation('await_task', 4, { which: number }, ({ which }, at) => [at.awaits(at.later(which))]),
  operation('await_future', 2, { which: number }, ({ which }, at) => [at.awaits(at.to.pick('futures', which))]),

  operation('inspect_task', 1, { which: number }, ({ which }, at) => {
    const { to } = at;
    const name = `task${at.label()}`;
    const asked = ['done', 'cancelled', 'exception', 'result'].map((method) => to.call(`${name}.${method}`, []));
    return [
      to.declare(name, to.pick('tasks', which)),
      at.trace(to.call('names', [to.list([name])]), ...asked.slice(0, 2)),
      ...at.careful([at.trace(asked[2] as string)]),
      ...at.careful([at.trace(asked[3] as string)]),
    ];
  }),

  operation('all_tasks', 1, {}, (_fields, at) => [
    at.trace(at.to.call('sorted_names', [at.to.call('asyncio.all_tasks', [])])),
  ]),

  operation('set_name', 1, { name: number }, ({ name }, at) => [
    at.to.statement(at.to.call('asyncio.current_task().set_name', [at.to.value(`own ${String(name)}`)])),
  ]),

  operation('cancel', 4, { which: number, message }, (fields, at) => [
    at.trace(at.to.call(`${at.to.pick('tasks', fields.which)}.cancel`, at.message(fields.message))),
  ]),

  operation('cancel_twice', 1, { which: number, message }, (fields, at) => {
    const task = at.to.pick('tasks', fields.which);
    const first = at.trace(at.to.call(`${task}.cancel`, []));
    return [first, at.trace(at.to.call(`${task}.cancel`, at.message(fields.message)))];
  }),

  operation('cancel_self', 1, { message }, (fields, at) => [
    at.trace(at.to.call('asyncio.current_task().cancel', at.message(fields.message))),
  ]),

  operation('uncancel', 1, {}, (_fields, at) => [at.trace(at.to.call('asyncio.current_task().uncancel', []))]),

  operation<{ which: number; how: 'result' | 'exception' | 'cancel'; careless: boolean }>(
    'set_future',
    3,
    { which: number, how: fc.constantFrom('result', 'exception', 'cancel'), careless: once(8) },
    ({ which, how, careless }, at) => setFuture(at, which, how, !careless),
  ),

  operation('new_future', 1, { which: number }, ({ which }, at) => {
    const { to } = at;
    // In place of another, so that there are always futures to wait for.
    return [to.assign(to.pick('futures', which), to.call('loop.create_future', []))];
  }),
];
