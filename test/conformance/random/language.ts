/** What a printer needs to know of a language. Every method gives source text. */

export type Value = number | string | boolean | null;

/** Keywords by their names. */
export type Keywords = Readonly<Record<string, string>>;

/** A clause of `except`: what it catches, the name under which, and what it does. */
export interface Clause {
  readonly type: string;
  readonly body: Lines;
}

/** Lines of source, without their indentation. */
export type Lines = readonly (string | Lines)[];

export interface Language {
  value(value: Value): string;
  list(items: readonly string[]): string;
  call(callee: string, args: readonly string[], keywords?: Keywords): string;
  make(type: string, args: readonly string[], keywords?: Keywords): string;
  /** Waits for the value of an awaitable. */
  wait(awaitable: string): string;
  statement(expression: string): string;
  declare(name: string, expression: string): string;
  assign(target: string, expression: string): string;
  /** Defines a coroutine function of no arguments. */
  coroutine(name: string, body: Lines): Lines;
  /** Defines an asynchronous generator function of no arguments. */
  generator(name: string, body: Lines): Lines;
  /** Yields the value, in an asynchronous generator; what was sent. */
  given(value: string): string;
  /** Defines an ordinary function with any arguments. */
  callback(name: string, body: Lines): Lines;
  attempt(body: Lines, clauses: readonly Clause[], final: Lines | null): Lines;
  /** `except*` with two clauses, which trace what they got. */
  star(body: Lines, trace: (type: string) => string): Lines;
  /** Takes the value as `name`. */
  within(manager: string, name: string, body: Lines): Lines;
  /** An asynchronous loop, or an ordinary one. */
  each(iterable: string, name: string, body: Lines, asynchronous: boolean): Lines;
  repeat(times: number, body: Lines): Lines;
  unless(condition: string, body: Lines): Lines;
  /** Until the condition is true. */
  until(condition: string, body: Lines): Lines;
  raise(exception: string): string;
  /** Raises `error`, which was caught, again. */
  reraise(): string;
  /** A function of no arguments that gives the value. */
  thunk(expression: string): string;
  /** The object in a list that a number names. */
  pick(list: string, which: number): string;
  /** The same, counted from the end. */
  last(list: string, which: number): string;
  add(list: string, item: string): string;
  give_back(value: string): string;
  /** Counts that something is done, if the language counts. */
  mark(name: string): Lines;
}

/** Text with every nested level indented. */
export function indent(lines: Lines, by: string, level = 0): string {
  return lines
    .map((line) => (typeof line === 'string' ? `${by.repeat(level)}${line}\n` : indent(line, by, level + 1)))
    .join('');
}
