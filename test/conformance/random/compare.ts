/** Compares what a random program traces here with what it traces in CPython. */
import { lineDifference } from '../diff';
import type { Oracle } from '../oracle';
import type { Program } from './program';
import { playRandom, stylesOf, toPython, type RandomStyle } from './run';

/** What is reported when an object is collected: CPython counts references. */
const COLLECTED =
  /was never retrieved|was never awaited|was destroyed but it is pending|unclosed event loop|unraisable/;

/** A style in which a program differs, and how. */
export interface Disagreement {
  readonly style: RandomStyle;
  readonly difference: string;
}

function told(lines: readonly string[]): string[] {
  return lines.filter((line) => !COLLECTED.test(line));
}

/** The first disagreement, or null; `saw` gets CPython's trace. */
export async function disagreement(
  oracle: Oracle,
  program: Program,
  saw: (trace: readonly string[]) => void = () => undefined,
): Promise<Disagreement | null> {
  const expected = told(await oracle.trace(toPython(program), { collect: false }));
  saw(expected);
  for (const style of stylesOf(program)) {
    const difference = lineDifference(expected, told(await playRandom(program, style)));
    if (difference !== null) return { style, difference };
  }
  return null;
}
