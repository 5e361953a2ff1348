/**
 * Random asyncio programs, as trees that can be printed in any language.
 *
 * A program has a few coroutine functions, of which the first is its main one; a function calls only those behind it, so
 * that every program ends. They share tasks, futures, locks, queues and so on, which are named by a number; a number that
 * is too high counts on from the start again, so that a tree stays meaningful whatever is taken out of it.
 */
import * as fc from 'fast-check';
import { OPERATIONS } from './operations/all';
import type { Bodies, Operation, Statement } from './operation';

/** A function of the program. */
export interface Fn {
  readonly body: Statement[];
  readonly style: 'native' | 'generator';
  /** What it does with the errors of its statements: it ends by them, traces them and goes on, or so with cancellations too. */
  readonly minds: 'everything' | 'cancellations' | 'nothing';
}

export interface Program {
  readonly functions: Fn[];
  /** Whether tasks start eagerly: none, all, or those that ask for it. Generator bodies only can. */
  readonly eager: 'none' | 'all' | 'some';
}

const operations = [...OPERATIONS.values()];

function oneOf(hasBodies: boolean, bodies: Bodies): fc.Arbitrary<Statement> {
  const weighted = (one: Operation): fc.WeightedArbitrary<Statement> => ({
    weight: one.weight,
    arbitrary: one.arbitrary(bodies),
  });
  return fc.oneof(...operations.filter((one) => one.hasBodies === hasBodies).map(weighted));
}

const { body } = fc.letrec<{ body: Statement[]; statement: Statement; maybe: Statement[] | null }>((tie) => {
  const bodies: Bodies = { body: tie('body'), maybe: tie('maybe') };
  return {
    body: fc.array(tie('statement'), { minLength: 1, maxLength: 5, size: 'max' }),
    maybe: fc.option(tie('body'), { nil: null, freq: 2 }),
    // The first one is what stands at the deepest level.
    statement: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'body' },
      { weight: 3, arbitrary: oneOf(false, bodies) },
      { weight: 1, arbitrary: oneOf(true, bodies) },
    ),
  };
});

const fn: fc.Arbitrary<Fn> = fc.record({
  body,
  style: fc.constantFrom('native', 'generator'),
  minds: fc.constantFrom('everything', 'cancellations', 'cancellations', 'nothing'),
});

/** Any program. */
export const program: fc.Arbitrary<Program> = fc.record({
  functions: fc.array(fn, { minLength: 2, maxLength: 4, size: 'max' }),
  eager: fc.oneof(
    { weight: 8, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom('all' as const, 'some' as const) },
  ),
});
