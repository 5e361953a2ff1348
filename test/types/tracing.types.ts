/** Traces: the records are told apart by their types. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const trace = asyncio.debug.trace();
expectTypeOf(trace).toEqualTypeOf<asyncio.debug.Trace>();
expectTypeOf(trace.events).toEqualTypeOf<asyncio.debug.TraceEvent[]>();
expectTypeOf(trace.to_chrome()).toEqualTypeOf<asyncio.debug.ChromeTrace>();

for (const event of trace.events) {
  expectTypeOf(event.seq).toBeNumber();
  if (event.type === 'task_waits') expectTypeOf(event.waits_for).toEqualTypeOf<asyncio.debug.TraceAwaited>();
  if (event.type === 'turn_begins') expectTypeOf(event.ready).toEqualTypeOf<readonly asyncio.debug.TraceHandle[]>();
  // @ts-expect-error Not all records are about a task.
  void event.task;
}

// Hooks: one for all, or by types.
asyncio.debug.trace((event) => {
  expectTypeOf(event).toEqualTypeOf<asyncio.debug.TraceEvent>();
});
asyncio.debug.trace({
  task_done(event) {
    expectTypeOf(event.outcome).toEqualTypeOf<'result' | 'exception' | 'cancelled'>();
  },
});
asyncio.debug.trace({ task_done: (event) => event.task }, { limit: 10 });
asyncio.debug.trace(null, { loop: asyncio.new_event_loop() });
asyncio.debug.trace({ hooks: (event) => event.seq, limit: null });
// @ts-expect-error There are no such records.
asyncio.debug.trace({ task_gone: () => undefined });
// @ts-expect-error A limit is a number.
asyncio.debug.trace(null, { limit: '10' });

export function entered(): void {
  using manager = asyncio.debug.trace();
  expectTypeOf(manager.__enter__()).toEqualTypeOf<asyncio.debug.Trace>();
}
