/** Prints a program in a language. Statements are numbered as they come, so that all languages trace the same labels. */
import type { Clause, Language, Lines } from './language';
import type { Action, Fn, Item, Program, Statement } from './program';

/** How many there are of each. */
const FUTURES = 3;
const LOCKS = 2;
const EVENTS = 2;
const VARIABLES = 2;

const MODES = ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'];

/** Where a statement stands. */
interface Place {
  /** The number of the function. */
  readonly fn: number;
  /** It can't leave the function: it is in an asynchronous generator, or in a body that is a function in JavaScript. */
  readonly enclosed: boolean;
}

export class Printer {
  readonly #program: Program;
  readonly #language: Language;
  /** Told of each function before it is printed; the language may choose a style by it. */
  readonly #begin: (fn: Fn) => void;
  #labels = 0;
  /** The functions that are iterated as asynchronous generators: none but those behind the one being printed. */
  readonly #iterated = new Set<number>();

  constructor(program: Program, language: Language, begin: (fn: Fn) => void = () => undefined) {
    this.#program = program;
    this.#language = language;
    this.#begin = begin;
  }

  /** The definitions of all that the functions share, and of the functions. */
  lines(): Lines {
    const to = this.#language;
    const many = (count: number, expression: string): string =>
      to.list(Array.from({ length: count }, () => expression));
    const variable = (name: string): string =>
      to.make('contextvars.ContextVar', [to.value(name)], { default: to.value(0) });
    return [
      to.declare('loop', to.call('asyncio.get_running_loop', [])),
      ...(this.#program.eager ? [to.statement(to.call('loop.set_task_factory', ['asyncio.eager_task_factory']))] : []),
      to.declare('generators', to.list([])),
      to.declare('futures', many(FUTURES, to.call('loop.create_future', []))),
      to.declare('locks', many(LOCKS, to.make('asyncio.Lock', []))),
      to.declare('semaphore', to.make('asyncio.BoundedSemaphore', [to.value(2)])),
      to.declare('events', many(EVENTS, to.make('asyncio.Event', []))),
      to.declare('condition', to.make('asyncio.Condition', [])),
      to.declare('barrier', to.make('asyncio.Barrier', [to.value(2)])),
      to.declare(
        'queues',
        to.list([
          to.make('asyncio.Queue', [to.value(1)]),
          to.make('asyncio.PriorityQueue', [to.value(2)]),
          to.make('asyncio.LifoQueue', []),
        ]),
      ),
      to.declare('variables', to.list([variable('a'), variable('b')])),
      ...this.#program.functions
        .map((fn, i) => this.#function(fn, i))
        .reverse()
        .flat(),
    ];
  }

  #function(fn: Fn, index: number): Lines {
    this.#begin(fn);
    const to = this.#language;
    const body = this.#body(fn.body, { fn: index, enclosed: false });
    const coroutine = to.coroutine(`f${String(index)}`, body);
    if (!this.#iterated.has(index)) return coroutine;
    const given = fn.body.flatMap((statement): Lines => [
      ...this.#statement(statement, { fn: index, enclosed: true }),
      to.give(to.value(++this.#labels)),
    ]);
    const last = to.give(to.value(++this.#labels));
    return [...coroutine, ...to.generator(`g${String(index)}`, [...given, last])];
  }

  #body(statements: readonly Statement[], place: Place): Lines {
    return statements.length === 0
      ? [this.#trace()]
      : statements.flatMap((statement) => this.#statement(statement, place));
  }

  #trace(...values: string[]): string {
    const to = this.#language;
    const shown = values.length === 0 ? [to.call('asyncio.current_task().cancelling', [])] : values;
    return to.statement(to.call('trace', [to.value(String(++this.#labels)), ...shown]));
  }

  /** Waits, and traces the result. */
  #awaits(awaitable: string): string {
    return this.#trace(this.#language.wait(awaitable));
  }

  /** A function behind that of the place, or null if there is none. */
  #callee(place: Place, which: number): number | null {
    const behind = this.#program.functions.length - place.fn - 1;
    return behind === 0 ? null : place.fn + 1 + (which % behind);
  }

  #call(callee: number, kind: 'f' | 'g' = 'f'): string {
    return this.#language.call(`${kind}${String(callee)}`, []);
  }

  #item({ kind, which }: Item, place: Place): string {
    const callee = this.#callee(place, which);
    if (kind === 'task') return this.#later(which, place);
    return kind === 'fn' && callee !== null ? this.#call(callee) : this.#language.pick('futures', which);
  }

  /** A task of a function behind that of the place: so no two tasks ever wait for each other. */
  #later(which: number, place: Place): string {
    const to = this.#language;
    return to.call('later', [to.value(place.fn), to.value(which)]);
  }

  /** Keeps a task of a function among those that can be named. */
  #keep(task: string, callee: number): string {
    const to = this.#language;
    return to.statement(to.call('keep', [task, to.value(callee)]));
  }

  #seconds(timeout: number | null): Record<string, string> {
    return { timeout: this.#language.value(timeout) };
  }

  #statement(statement: Statement, place: Place): Lines {
    const to = this.#language;
    const inside = { ...place, enclosed: true };
    const message = (value: number | null): string[] => (value === null ? [] : [to.value(`m${String(value)}`)]);
    switch (statement.kind) {
      case 'trace':
        return [this.#trace()];
      case 'uncancel':
        return [this.#trace(to.call('asyncio.current_task().uncancel', []))];
      case 'sleep':
        return [to.statement(to.wait(to.call('asyncio.sleep', [to.value(statement.delay)])))];
      case 'call': {
        const callee = this.#callee(place, statement.fn);
        return [callee === null ? this.#trace() : this.#awaits(this.#call(callee))];
      }
      case 'spawn': {
        const callee = this.#callee(place, statement.fn);
        if (callee === null) return [this.#trace()];
        return [this.#keep(to.call('asyncio.create_task', [this.#call(callee)]), callee)];
      }
      case 'spawn_named': {
        const callee = this.#callee(place, statement.fn);
        if (callee === null) return [this.#trace()];
        const context = statement.context ? { context: to.call('contextvars.copy_context', []) } : {};
        const keywords = { name: to.value(`n${String(statement.name)}`), ...context };
        return [this.#keep(to.call('asyncio.create_task', [this.#call(callee)], keywords), callee)];
      }
      case 'iterate': {
        const callee = this.#callee(place, statement.fn);
        if (callee === null) return [this.#trace()];
        this.#iterated.add(callee);
        const name = `generator${String(++this.#labels)}`;
        // It is kept, so that the end of the loop closes it and not a collector.
        return [
          to.declare(name, this.#call(callee, 'g')),
          to.add('generators', name),
          ...to.each(name, 'given', [this.#trace('given')], true),
        ];
      }
      case 'await_task':
        return [this.#awaits(this.#later(statement.which, place))];
      case 'await_future':
        return [this.#awaits(to.pick('futures', statement.which))];
      case 'inspect_task': {
        const task = to.pick('tasks', statement.which);
        const asked = ['get_name', 'done', 'cancelled', 'cancelling'];
        return [this.#trace(...asked.map((method) => to.call(`${task}.${method}`, [])))];
      }
      case 'cancel':
        return [this.#trace(to.call(`${to.pick('tasks', statement.which)}.cancel`, message(statement.message)))];
      case 'cancel_self':
        return [this.#trace(to.call('asyncio.current_task().cancel', message(statement.message)))];
      case 'set_future':
        return this.#setFuture(statement.which, statement.how, statement.careful);
      case 'gather': {
        const items = statement.items.map((item) => this.#item(item, place));
        return [this.#awaits(to.call('asyncio.gather', items, { return_exceptions: to.value(statement.exceptions) }))];
      }
      case 'wait': {
        const tasks = statement.tasks.map((which) => this.#later(which, place));
        const name = `sets${String(++this.#labels)}`;
        const keywords = {
          ...this.#seconds(statement.timeout),
          return_when: `asyncio.${MODES[statement.mode] ?? 'ALL_COMPLETED'}`,
        };
        return [
          to.declare(name, to.wait(to.call('asyncio.wait', [to.list(tasks)], keywords))),
          this.#trace(to.call('names', [`${name}[0]`]), to.call('names', [`${name}[1]`])),
        ];
      }
      case 'wait_for': {
        const item = this.#item(statement.item, place);
        return [this.#awaits(to.call('asyncio.wait_for', [item], this.#seconds(statement.timeout)))];
      }
      case 'shield':
        return [this.#awaits(to.call('asyncio.shield', [this.#item(statement.item, place)]))];
      case 'as_completed': {
        const items = statement.items.map((item) => this.#item(item, place));
        const iterable = to.call('asyncio.as_completed', [to.list(items)], this.#seconds(statement.timeout));
        return to.each(iterable, 'one', [this.#awaits('one')], !statement.plain);
      }
      case 'timeout': {
        const scope = `scope${String(++this.#labels)}`;
        const when = `loop.time() + ${to.value(statement.reschedule)}`;
        return to.within(to.call('asyncio.timeout', [to.value(statement.delay)]), scope, [
          ...(statement.reschedule === null ? [] : [to.statement(to.call(`${scope}.reschedule`, [when]))]),
          ...this.#body(statement.body, inside),
          this.#trace(to.call('milliseconds', [to.call(`${scope}.when`, [])]), to.call(`${scope}.expired`, [])),
        ]);
      }
      case 'group': {
        const group = `group${String(++this.#labels)}`;
        const children = statement.children.map((which) => this.#callee(place, which)).filter((one) => one !== null);
        return to.within(to.make('asyncio.TaskGroup', []), group, [
          ...children.map((child) => this.#keep(to.call(`${group}.create_task`, [this.#call(child)]), child)),
          ...this.#body(statement.body, inside),
        ]);
      }
      case 'lock':
        return to.within(to.pick('locks', statement.which), 'none', this.#body(statement.body, inside));
      case 'semaphore':
        return to.within('semaphore', 'none', this.#body(statement.body, inside));
      case 'event': {
        const called = to.call(`${to.pick('events', statement.which)}.${statement.what}`, []);
        return [statement.what === 'wait' ? this.#awaits(called) : to.statement(called)];
      }
      case 'condition': {
        const predicate = statement.what === 'wait_for' ? [to.thunk('events[0].is_set()')] : [];
        const called = to.call(`condition.${statement.what}`, predicate);
        const waits = statement.what.startsWith('wait');
        return to.within('condition', 'none', [waits ? this.#awaits(called) : to.statement(called)]);
      }
      case 'barrier':
        return [this.#awaits(to.call(`barrier.${statement.what}`, []))];
      case 'release': {
        const held = statement.which % 3 === 0 ? 'semaphore' : to.pick('locks', statement.which);
        return [to.statement(to.call(`${held}.release`, []))];
      }
      case 'put': {
        const queue = to.pick('queues', statement.which);
        const value = to.value(statement.value);
        if (statement.nowait) return [to.statement(to.call(`${queue}.put_nowait`, [value]))];
        return [to.statement(to.wait(to.call(`${queue}.put`, [value])))];
      }
      case 'get': {
        const queue = to.pick('queues', statement.which);
        const called = to.call(`${queue}.${statement.nowait ? 'get_nowait' : 'get'}`, []);
        return [
          statement.nowait ? this.#trace(called) : this.#awaits(called),
          ...(statement.done ? [to.statement(to.call(`${queue}.task_done`, []))] : []),
        ];
      }
      case 'queue': {
        const queue = to.pick('queues', statement.which);
        if (statement.what === 'join') return [to.statement(to.wait(to.call(`${queue}.join`, [])))];
        const keywords = { immediate: to.value(statement.what === 'shutdown_now') };
        return [to.statement(to.call(`${queue}.shutdown`, [], keywords))];
      }
      case 'callback': {
        const name = `callback${String(++this.#labels)}`;
        const defined = to.callback(name, this.#action(statement.action));
        const scheduled = {
          soon: to.call('loop.call_soon', [name]),
          later: to.call('loop.call_later', [to.value(statement.delay), name]),
          done: to.call(`${to.pick('tasks', statement.which)}.add_done_callback`, [name]),
        }[statement.how];
        return [...defined, to.statement(scheduled)];
      }
      case 'set_variable':
        return [this.#setVariable(statement.which, statement.value)];
      case 'get_variable':
        return [this.#traceVariables()];
      case 'try':
        return this.#try(statement, place);
      case 'star':
        return to.star(this.#body(statement.body, place), (type) => this.#trace(to.value(type), 'group'));
      case 'raise':
        return [to.raise(this.#exception(statement.what))];
      case 'return':
        return [place.enclosed ? this.#trace() : to.give_back(to.value(statement.value))];
      case 'repeat':
        return to.repeat(statement.times, this.#body(statement.body, place));
    }
  }

  #try(statement: Extract<Statement, { kind: 'try' }>, place: Place): Lines {
    const to = this.#language;
    const body = this.#body(statement.body, place);
    const clauses: Clause[] = [];
    const again = statement.reraise ? [to.reraise()] : [];
    if (statement.cancelled !== null) {
      const shown = this.#trace('error', to.call('asyncio.current_task().cancelling', []));
      const lines = [shown, ...this.#body(statement.cancelled, place), ...again];
      clauses.push({ type: 'asyncio.CancelledError', body: lines });
    }
    if (statement.error !== null) {
      clauses.push({
        type: 'Exception',
        body: [this.#trace('error'), ...this.#body(statement.error, place), ...again],
      });
    }
    const final = statement.final ?? (clauses.length === 0 ? [] : null);
    return to.attempt(body, clauses, final === null ? null : this.#body(final, { ...place, enclosed: true }));
  }

  #setFuture(which: number, how: 'result' | 'exception' | 'cancel', careful = true): Lines {
    const to = this.#language;
    const future = to.pick('futures', which);
    const called = {
      result: () => to.call(`${future}.set_result`, [to.value(++this.#labels)]),
      exception: () => to.call(`${future}.set_exception`, [this.#exception(which)]),
      cancel: () => to.call(`${future}.cancel`, []),
    }[how]();
    const set = to.statement(called);
    return careful ? to.unless(to.call(`${future}.done`, []), [set]) : [set];
  }

  #setVariable(which: number, value: number): string {
    const to = this.#language;
    return to.statement(to.call(`${to.pick('variables', which)}.set`, [to.value(value)]));
  }

  #traceVariables(): string {
    const to = this.#language;
    const values = Array.from({ length: VARIABLES }, (_, i) => to.call(`${to.pick('variables', i)}.get`, []));
    return this.#trace(to.list(values));
  }

  #exception(what: number): string {
    const to = this.#language;
    const text = to.value(`e${String(++this.#labels)}`);
    const value = to.make('ValueError', [text]);
    const key = to.make('KeyError', [text]);
    switch (what % 6) {
      case 0:
        return to.make('asyncio.CancelledError', [text]);
      case 1:
        return to.make('ExceptionGroup', [text, to.list([value, key])]);
      case 2:
        return to.make('TimeoutError', [text]);
      case 3:
        return key;
      default:
        return value;
    }
  }

  #action({ kind, which }: Action): Lines {
    const to = this.#language;
    switch (kind) {
      case 'trace':
        return [this.#traceVariables()];
      case 'cancel':
        return [this.#trace(to.call(`${to.pick('tasks', which)}.cancel`, []))];
      case 'set_future':
        return this.#setFuture(which, 'result');
      case 'set_event':
        return [to.statement(to.call(`${to.pick('events', which)}.set`, []))];
      case 'set_variable':
        return [this.#setVariable(which, 9), this.#traceVariables()];
      case 'put':
        return [to.statement(to.call(`${to.pick('queues', which)}.put_nowait`, [to.value(which)]))];
      case 'raise':
        return [to.raise(this.#exception(5))];
    }
  }
}
