/** How often random programs exercise what they are made of. */
import type { Program, Statement } from './program';

/** What is rare, by what it leaves in a trace. */
const BRANCHES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a cancellation that was caught', / CancelledError\(/],
  ['a cancellation with a message', /CancelledError\('m\d'\)/],
  ['a task that ended by a cancellation', / end .* 'cancelled' /],
  ['a task that went on after a cancellation', / end '(?!main).* (?!'cancelled')\S+ [1-9]$/m],
  ['a timeout', /TimeoutError\(\)/],
  ['a group of exceptions', /ExceptionGroup\('unhandled errors in a TaskGroup'/],
  ['a clause of except*', / '(ValueError|Exception)' ExceptionGroup\(/],
  ['an exception in a callback', /Exception in callback/],
  ['a queue that was full or empty', /Queue(Full|Empty)\(/],
  ['a queue that was shut down', /QueueShutDown\(/],
  ['a lock or semaphore that was released too often', /released too many times|Lock is not acquired/],
  ['a broken barrier', /BrokenBarrierError\(/],
  ['an invalid state', /InvalidStateError\(/],
  ['tasks that were left over', / left \['main'/],
  ['an item of an asynchronous generator', / 'given'|^\S+ \d+ \d+$/m],
  ['a variable that was set', /\[[1-9], |, [1-9]\]$/m],
];

/** The kinds of a program's statements, with what tells them apart. */
function* kinds(statements: readonly Statement[]): Iterable<string> {
  for (const statement of statements) {
    const fields = statement as Record<string, unknown> & { readonly kind: string };
    const variant = fields.what ?? fields.how;
    yield typeof variant === 'string' ? `${statement.kind} ${variant}` : statement.kind;
    for (const part of [fields.body, fields.cancelled, fields.error, fields.final]) {
      if (Array.isArray(part)) yield* kinds(part as Statement[]);
    }
  }
}

/** Counts programs: each thing once per program in which it occurs. */
export class Statistics {
  #programs = 0;
  readonly #counts = new Map<string, number>(BRANCHES.map(([name]) => [name, 0]));

  add(program: Program, trace: readonly string[]): void {
    this.#programs += 1;
    const found = new Set(program.functions.flatMap(({ body }) => [...kinds(body)]));
    if (program.eager) found.add('eager tasks');
    const text = trace.join('\n');
    for (const [name, pattern] of BRANCHES) if (pattern.test(text)) found.add(name);
    for (const name of found) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** In how many of a hundred programs each thing occurs, rarest first. */
  shares(): (readonly [name: string, share: number])[] {
    return [...this.#counts]
      .map(([name, count]) => [name, (100 * count) / this.#programs] as const)
      .sort(([, left], [, right]) => left - right);
  }
}
