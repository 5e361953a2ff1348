/** Prints the statements of one function of a program: what operations need to know of the place where they stand. */
import type { Language, Lines } from './language';
import type { Statement } from './operation';

/** What all functions of a program share while it is printed. */
export interface Printing {
  readonly language: Language;
  /** How many functions there are. */
  readonly functions: number;
  /** The functions that are iterated as asynchronous generators. */
  readonly iterated: Set<number>;
  /** Prints a statement. */
  readonly statement: (statement: Statement, at: Writer) => Lines;
  /** Whether tasks may be started eagerly one by one. */
  readonly eager: boolean;
  /** Counts labels, so that all languages trace the same ones. */
  labels: number;
}

/** Where a statement stands. */
interface Place {
  /** The number of the function; it calls only those behind it. */
  readonly fn: number;
  /** It can't leave the function: it is in an asynchronous generator, or in a body that is a function in JavaScript. */
  readonly enclosed: boolean;
  /** It can yield: it is in an asynchronous generator, and in no body that is a function in JavaScript. */
  readonly yields: boolean;
}

export class Writer {
  readonly #printing: Printing;
  readonly #place: Place;

  constructor(printing: Printing, place: Place) {
    this.#printing = printing;
    this.#place = place;
  }

  get to(): Language {
    return this.#printing.language;
  }

  get fn(): number {
    return this.#place.fn;
  }

  get eager(): boolean {
    return this.#printing.eager;
  }

  get enclosed(): boolean {
    return this.#place.enclosed;
  }

  get yields(): boolean {
    return this.#place.yields;
  }

  /** A number that occurs only once. */
  label(): string {
    return String(++this.#printing.labels);
  }

  /** The place within the body of `with`. */
  inside(): Writer {
    return new Writer(this.#printing, { ...this.#place, enclosed: true, yields: false });
  }

  /** The place within `finally`, which a `return` would leave too early. */
  final(): Writer {
    return new Writer(this.#printing, { ...this.#place, enclosed: true });
  }

  body(statements: readonly Statement[]): Lines {
    return statements.length === 0 ? [this.trace()] : statements.flatMap((statement) => this.statement(statement));
  }

  statement(statement: Statement): Lines {
    return this.#printing.statement(statement, this);
  }

  trace(...values: string[]): string {
    const { to } = this;
    const shown = values.length === 0 ? [to.call('asyncio.current_task().cancelling', [])] : values;
    return to.statement(to.call('trace', [to.value(this.label()), ...shown]));
  }

  /** Waits, and traces the result. */
  awaits(awaitable: string): string {
    return this.trace(this.to.wait(awaitable));
  }

  /** Lines whose errors are traced. */
  careful(lines: Lines): Lines {
    return this.to.attempt(lines, [{ type: 'Exception', body: [this.trace('error')] }], null);
  }

  /** A function behind this one, or null if there is none. */
  callee(which: number): number | null {
    const behind = this.#printing.functions - this.fn - 1;
    return behind === 0 ? null : this.fn + 1 + (which % behind);
  }

  call(callee: number): string {
    return this.to.call(`f${String(callee)}`, []);
  }

  /** Calls the function as an asynchronous generator. */
  generator(callee: number): string {
    this.#printing.iterated.add(callee);
    return this.to.call(`g${String(callee)}`, []);
  }

  /** What a function behind this one runs in: so no two tasks ever wait for each other. */
  later(which: number): string {
    const { to } = this;
    return to.call('later', [to.value(this.fn), to.value(which)]);
  }

  /** Keeps a task of a function, or a future that stands behind this function, among those that can be named. */
  keep(future: string, callee: number = this.fn + 0.5): string {
    const { to } = this;
    return to.statement(to.call('keep', [future, to.value(callee)]));
  }

  /** Keeps a task that waits for nothing of the program's own functions. */
  keepLeaf(task: string): string {
    return this.keep(task, this.#printing.functions);
  }

  /** A message, as an argument of `cancel`. */
  message(value: number | null): string[] {
    return value === null ? [] : [this.to.value(`m${String(value)}`)];
  }

  /** A fresh exception. */
  exception(what: number): string {
    const { to } = this;
    const text = to.value(`e${this.label()}`);
    const value = to.make('ValueError', [text]);
    const key = to.make('KeyError', [text]);
    switch (what) {
      case 0:
        return to.make('asyncio.CancelledError', [text]);
      case 1:
        return to.make('ExceptionGroup', [text, to.list([value, key])]);
      case 2:
        return to.make('TimeoutError', [text]);
      case 3:
        return key;
      case 4:
        return to.make('BaseExceptionGroup', [
          text,
          to.list([to.make('ExceptionGroup', [text, to.list([value])]), to.make('asyncio.CancelledError', [text])]),
        ]);
      default:
        return value;
    }
  }
}
