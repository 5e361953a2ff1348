/** Prints a program in a language. Statements are numbered as they come, so that all languages trace the same labels. */
import type { Language, Lines } from './language';
import { namesOf, type Statement } from './operation';
import { OPERATIONS } from './operations/all';
import type { Fn, Program } from './program';
import { Writer, type Printing } from './writer';

/** How many there are of each. */
const FUTURES = 3;
const LOCKS = 2;
const EVENTS = 2;

function statement(one: Statement, at: Writer): Lines {
  const operation = OPERATIONS.get(one.kind);
  if (operation === undefined) throw new Error(`there is no operation ${one.kind}`);
  return [...namesOf(one).flatMap((name) => at.to.mark(name)), ...operation.print(one, at)];
}

/** What all functions share. Of lists that grow there is always one element to name. */
function shared(to: Language, eager: boolean): Lines {
  const many = (count: number, expression: string): string => to.list(Array.from({ length: count }, () => expression));
  const variable = (name: string): string =>
    to.make('contextvars.ContextVar', [to.value(name)], { default: to.value(0) });
  const limited = (type: string, ...limit: number[]): string => to.make(`asyncio.${type}`, limit.map(to.value));
  const set = to.call('variables[0].set', [to.value(0)]);
  return [
    to.declare('loop', to.call('asyncio.get_running_loop', [])),
    ...(eager ? [to.statement(to.call('loop.set_task_factory', ['asyncio.eager_task_factory']))] : []),
    to.declare('futures', many(FUTURES, 'loop.create_future()')),
    to.declare('locks', many(LOCKS, limited('Lock'))),
    to.declare('semaphores', to.list([limited('Semaphore', 1), limited('BoundedSemaphore', 2)])),
    to.declare('events', many(EVENTS, limited('Event'))),
    to.declare('condition', limited('Condition')),
    to.declare('barrier', limited('Barrier', 2)),
    to.declare('queues', to.list([limited('Queue', 1), limited('PriorityQueue', 2), limited('LifoQueue')])),
    to.declare('variables', to.list([variable('a'), variable('b')])),
    to.declare('tokens', to.list([to.list(['variables[0]', set])])),
    to.declare('contexts', to.list(['contextvars.copy_context()'])),
    to.declare('scopes', to.list([to.call('asyncio.timeout', [to.value(1)])])),
    to.declare('groups', to.list([limited('TaskGroup')])),
    ...to.callback('nothing', [to.statement('loop.time()')]),
    to.declare('handles', to.list([to.call('loop.call_later', [to.value(1), 'nothing'])])),
    to.declare('callbacks', to.list([to.list(['futures[0]', 'nothing'])])),
  ];
}

/** Functions that any may call. */
function helpers(to: Language): Lines {
  const trace = (...values: string[]): string => to.statement(to.call('trace', [to.value('ticking'), ...values]));
  return [
    ...to.coroutine('condition_wait', [
      ...to.within('condition', 'none', [to.statement(to.wait('condition.wait()'))]),
      to.give_back(to.value('notified')),
    ]),
    ...to.generator('ticking', [
      ...to.attempt(
        ['tick', 'tack'].flatMap((sound) => [
          trace(to.given(to.value(sound))),
          to.statement(to.wait(to.call('asyncio.sleep', [to.value(1)]))),
        ]),
        [],
        [trace(to.value('over'))],
      ),
    ]),
    to.declare('generators', to.list(['ticking()'])),
  ];
}

export class Printer {
  readonly #program: Program;
  /** Told of each function before it is printed; the language may choose a style by it. */
  readonly #begin: (fn: Fn) => void;
  readonly #printing: Printing;

  constructor(program: Program, language: Language, begin: (fn: Fn) => void = () => undefined) {
    this.#program = program;
    this.#begin = begin;
    this.#printing = {
      language,
      functions: program.functions.length,
      iterated: new Set(),
      eager: program.eager === 'some',
      statement,
      labels: 0,
    };
  }

  /** The definitions of all that the functions share, and of the functions. */
  lines(): Lines {
    const to = this.#printing.language;
    const functions = this.#program.functions.map((fn, index) => this.#function(fn, index)).reverse();
    return [...shared(to, this.#program.eager === 'all'), ...helpers(to), ...functions.flat()];
  }

  #function(fn: Fn, index: number): Lines {
    this.#begin(fn);
    const to = this.#printing.language;
    const writer = new Writer(this.#printing, { fn: index, enclosed: false, yields: false });
    const begins = to.statement(to.call('begins', [to.value(`f${String(index)}`)]));
    const coroutine = to.coroutine(`f${String(index)}`, [begins, ...this.#body(fn, writer)]);
    // Only functions before this one can have asked for it.
    if (!this.#printing.iterated.has(index)) return coroutine;
    const place = new Writer(this.#printing, { fn: index, enclosed: true, yields: true });
    const given = place.trace(to.given(to.value(Number(place.label()))));
    return [...coroutine, ...to.generator(`g${String(index)}`, [given, ...this.#body(fn, place), given])];
  }

  #body(fn: Fn, at: Writer): Lines {
    const { to } = at;
    if (fn.minds === 'everything') return at.body(fn.body);
    return fn.body.flatMap((one) => {
      const types = fn.minds === 'nothing' ? ['asyncio.CancelledError', 'Exception'] : ['Exception'];
      const clauses = types.map((type) => ({ type, body: [at.trace('error')] }));
      return to.attempt(at.statement(one), clauses, null);
    });
  }
}
