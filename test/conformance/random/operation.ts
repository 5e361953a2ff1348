/** What an operation is: how it is made at random, and how it is printed. */
import * as fc from 'fast-check';
import type { Lines } from './language';
import type { Writer } from './writer';

/** What is done: the kind of an operation, with the fields that the operation gives it. */
export interface Statement {
  readonly kind: string;
}

/** Inner bodies, for operations that have some. */
export interface Bodies {
  readonly body: fc.Arbitrary<Statement[]>;
  /** Null in half of all cases. */
  readonly maybe: fc.Arbitrary<Statement[] | null>;
}

type Fields<F> = { readonly [K in keyof F]: fc.Arbitrary<F[K]> };

export interface Operation {
  readonly kind: string;
  /** How often, compared with others. */
  readonly weight: number;
  readonly hasBodies: boolean;
  arbitrary(bodies: Bodies): fc.Arbitrary<Statement>;
  print(statement: Statement, at: Writer): Lines;
}

/** An operation without inner bodies. */
export function operation<F extends object>(
  kind: string,
  weight: number,
  fields: Fields<F>,
  print: (fields: F, at: Writer) => Lines,
): Operation {
  return { ...withBodies<F>(kind, weight, () => fields, print), hasBodies: false };
}

export function withBodies<F extends object>(
  kind: string,
  weight: number,
  fields: (bodies: Bodies) => Fields<F>,
  print: (fields: F, at: Writer) => Lines,
): Operation {
  return {
    kind,
    weight,
    hasBodies: true,
    arbitrary: (bodies) => fc.record({ kind: fc.constant(kind), ...fields(bodies) }),
    print: (statement, at) => print(statement as Statement & F, at),
  };
}

/** The names under which a statement is counted: its kind, with each choice that it stands for. */
export function namesOf(statement: Statement): string[] {
  const choices = Object.entries(statement).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'kind') return [];
    if (typeof value === 'string') return [`${statement.kind} ${value}`];
    if (value === true) return [`${statement.kind} ${field}`];
    // An item or an action, whoever has it.
    return isItem(value) ? [`${field} ${value.kind}`] : [];
  });
  return [statement.kind, ...choices];
}

function isItem(value: unknown): value is { readonly kind: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

/** Names an object, modulo how many there are. */
export const number: fc.Arbitrary<number> = fc.nat({ max: 7 });

/** In whole and half seconds, so that deadlines often coincide. */
export const delay: fc.Arbitrary<number> = fc.constantFrom(0, 0, 1, 1, 2, 0.5, 3);

export const timeout: fc.Arbitrary<number | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: delay },
);

/** Of a cancellation. */
export const message: fc.Arbitrary<number | null> = fc.option(number, { nil: null, freq: 2 });

/** True once in so many. */
export function once(times: number): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
}
