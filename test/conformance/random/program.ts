/**
 * Random asyncio programs, as trees that can be printed in any language.
 *
 * A program has a few coroutine functions, of which the first is its main one; a function calls only those behind it, so
 * that every program ends. They share tasks, futures, locks, queues and so on, which are named by a number; a number that
 * is too high counts on from the start again, so that a tree stays meaningful whatever is taken out of it.
 */
import * as fc from 'fast-check';

/** What is done. Numbers without a comment name an object, modulo how many there are. */
export type Statement =
  | { kind: 'trace' | 'uncancel' | 'get_variable' }
  | { kind: 'barrier'; what: 'wait' | 'reset' | 'abort' }
  | { kind: 'release'; which: number }
  | { kind: 'sleep'; delay: number }
  | { kind: 'call' | 'spawn' | 'iterate'; fn: number }
  | { kind: 'spawn_named'; fn: number; name: number; context: boolean }
  | { kind: 'await_task' | 'await_future' | 'inspect_task'; which: number }
  | { kind: 'cancel'; which: number; message: number | null }
  | { kind: 'cancel_self'; message: number | null }
  | { kind: 'set_future'; which: number; how: 'result' | 'exception' | 'cancel'; careful: boolean }
  | { kind: 'gather'; items: Item[]; exceptions: boolean }
  | { kind: 'wait'; tasks: number[]; timeout: number | null; mode: number }
  | { kind: 'wait_for'; item: Item; timeout: number | null }
  | { kind: 'shield'; item: Item }
  | { kind: 'as_completed'; items: Item[]; timeout: number | null; plain: boolean }
  | { kind: 'timeout'; delay: number | null; reschedule: number | null; body: Statement[] }
  | { kind: 'group'; children: number[]; body: Statement[] }
  | { kind: 'lock' | 'semaphore'; which: number; body: Statement[] }
  | { kind: 'event'; which: number; what: 'wait' | 'set' | 'clear' }
  | { kind: 'condition'; what: 'wait' | 'wait_for' | 'notify' | 'notify_all' }
  | { kind: 'put'; which: number; value: number; nowait: boolean }
  | { kind: 'get'; which: number; nowait: boolean; done: boolean }
  | { kind: 'queue'; which: number; what: 'join' | 'shutdown' | 'shutdown_now' }
  | { kind: 'callback'; how: 'soon' | 'later' | 'done'; which: number; delay: number; action: Action }
  | { kind: 'set_variable'; which: number; value: number }
  | {
      kind: 'try';
      body: Statement[];
      cancelled: Statement[] | null;
      error: Statement[] | null;
      final: Statement[] | null;
      reraise: boolean;
    }
  | { kind: 'star'; body: Statement[] }
  | { kind: 'raise'; what: number }
  | { kind: 'return'; value: number }
  | { kind: 'repeat'; times: number; body: Statement[] };

/** Something to wait for: a call of a function, or a task or future that is there already. */
export interface Item {
  readonly kind: 'fn' | 'task' | 'future';
  readonly which: number;
}

/** What a callback does. */
export interface Action {
  readonly kind: 'trace' | 'cancel' | 'set_future' | 'set_event' | 'set_variable' | 'raise' | 'put';
  readonly which: number;
}

/** A function of the program. */
export interface Fn {
  readonly body: Statement[];
  /** Yields between its statements: an asynchronous generator beside the coroutine function. */
  readonly style: 'native' | 'generator';
}

export interface Program {
  readonly functions: Fn[];
  /** Starts tasks eagerly; generator bodies only can. */
  readonly eager: boolean;
}

const number = fc.nat({ max: 7 });
const delay = fc.constantFrom(0, 0, 1, 1, 2, 0.5, 3);
const timeout = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: delay });
const message = fc.oneof(fc.constant(null), number);

const item: fc.Arbitrary<Item> = fc.record({
  kind: fc.constantFrom('fn', 'fn', 'task', 'future'),
  which: number,
});

const items = fc.array(item, { minLength: 1, maxLength: 3 });

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('trace', 'cancel', 'cancel', 'set_future', 'set_event', 'set_variable', 'raise', 'put'),
  which: number,
});

type Kinds = Statement['kind'];
/** The statements whose kind may be `K`. */
type Of<K extends Kinds, S extends Statement = Statement> = S extends unknown
  ? K extends S['kind']
    ? S
    : never
  : never;

/** A statement of a kind, from arbitraries for its fields. */
function statement<K extends Kinds>(
  kind: K,
  fields: { [F in Exclude<keyof Of<K>, 'kind'>]: fc.Arbitrary<Of<K>[F]> },
): fc.Arbitrary<Statement> {
  return fc.record({ kind: fc.constant(kind), ...fields }) as fc.Arbitrary<unknown> as fc.Arbitrary<Statement>;
}

const simple: fc.WeightedArbitrary<Statement>[] = [
  { weight: 4, arbitrary: statement('sleep', { delay }) },
  { weight: 2, arbitrary: statement('trace', {}) },
  { weight: 4, arbitrary: statement('call', { fn: number }) },
  { weight: 6, arbitrary: statement('spawn', { fn: number }) },
  { weight: 1, arbitrary: statement('spawn_named', { fn: number, name: number, context: fc.boolean() }) },
  { weight: 1, arbitrary: statement('iterate', { fn: number }) },
  { weight: 4, arbitrary: statement('await_task', { which: number }) },
  { weight: 2, arbitrary: statement('await_future', { which: number }) },
  { weight: 1, arbitrary: statement('inspect_task', { which: number }) },
  { weight: 4, arbitrary: statement('cancel', { which: number, message }) },
  { weight: 1, arbitrary: statement('cancel_self', { message }) },
  { weight: 1, arbitrary: statement('uncancel', {}) },
  {
    weight: 3,
    arbitrary: statement('set_future', {
      which: number,
      how: fc.constantFrom('result', 'exception', 'cancel'),
      careful: fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
  },
  { weight: 2, arbitrary: statement('gather', { items, exceptions: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: statement('wait', {
      tasks: fc.array(number, { minLength: 1, maxLength: 3 }),
      timeout,
      mode: fc.nat({ max: 2 }),
    }),
  },
  { weight: 2, arbitrary: statement('wait_for', { item, timeout }) },
  { weight: 2, arbitrary: statement('shield', { item }) },
  { weight: 1, arbitrary: statement('as_completed', { items, timeout, plain: fc.boolean() }) },
  { weight: 3, arbitrary: statement('event', { which: number, what: fc.constantFrom('wait', 'set', 'set', 'clear') }) },
  {
    weight: 2,
    arbitrary: statement('condition', { what: fc.constantFrom('wait', 'wait_for', 'notify', 'notify_all') }),
  },
  {
    weight: 1,
    arbitrary: statement('barrier', { what: fc.constantFrom('wait', 'wait', 'wait', 'wait', 'reset', 'abort') }),
  },
  { weight: 1, arbitrary: statement('release', { which: number }) },
  { weight: 3, arbitrary: statement('put', { which: number, value: number, nowait: fc.boolean() }) },
  { weight: 3, arbitrary: statement('get', { which: number, nowait: fc.boolean(), done: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: statement('queue', { which: number, what: fc.constantFrom('join', 'join', 'shutdown', 'shutdown_now') }),
  },
  {
    weight: 3,
    arbitrary: statement('callback', { how: fc.constantFrom('soon', 'later', 'done'), which: number, delay, action }),
  },
  { weight: 1, arbitrary: statement('set_variable', { which: number, value: number }) },
  { weight: 1, arbitrary: statement('get_variable', {}) },
  { weight: 2, arbitrary: statement('raise', { what: number }) },
  { weight: 1, arbitrary: statement('return', { value: number }) },
];

const { body } = fc.letrec<{ body: Statement[]; statement: Statement; maybe: Statement[] | null }>((tie) => {
  const inner = tie('body');
  const handler = tie('maybe');
  return {
    body: fc.array(tie('statement'), { minLength: 1, maxLength: 5, size: 'max' }),
    maybe: fc.option(inner, { nil: null, freq: 2 }),
    statement: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'body' },
      { weight: 55, arbitrary: fc.oneof(...simple) },
      {
        weight: 6,
        arbitrary: statement('try', {
          body: inner,
          cancelled: handler,
          error: handler,
          final: handler,
          reraise: fc.boolean(),
        }),
      },
      { weight: 3, arbitrary: statement('timeout', { delay: timeout, reschedule: timeout, body: inner }) },
      {
        weight: 3,
        arbitrary: statement('group', { children: fc.array(number, { maxLength: 3 }), body: inner }),
      },
      { weight: 3, arbitrary: statement('lock', { which: number, body: inner }) },
      { weight: 2, arbitrary: statement('semaphore', { which: number, body: inner }) },
      { weight: 2, arbitrary: statement('star', { body: inner }) },
      { weight: 1, arbitrary: statement('repeat', { times: fc.integer({ min: 2, max: 3 }), body: inner }) },
    ),
  };
});

/** Any program. */
export const program: fc.Arbitrary<Program> = fc.record({
  functions: fc.array(fc.record({ body, style: fc.constantFrom('native', 'generator') }), {
    minLength: 2,
    maxLength: 5,
    size: 'max',
  }),
  eager: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
