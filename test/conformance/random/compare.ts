/** Compares what random programs trace here with what they trace in CPython. */
import * as fc from 'fast-check';
import { lineDifference } from '../diff';
import type { Oracle } from '../oracle';
import { program, type Program } from './program';
import { comparedIn } from '../compiled_style';
import { PRELUDE, playRandom, stylesOf, toJavaScript, toPython, type Counter, type RandomStyle } from './run';
import type { Statistics } from './statistics';

/** So many programs make one request: while Python runs the next ones, these run here. */
const BATCH = 25;

/** What is reported when an object is collected: CPython counts references. */
const COLLECTED =
  /was never retrieved|was never awaited|was destroyed but it is pending|unclosed event loop|unraisable|Exception ignored while closing/;

/** A style in which a program differs, and how. */
interface Disagreement {
  readonly style: RandomStyle;
  readonly difference: string;
}

/** Nobody can go on: each side says it in its own words. */
const STALLED = /raised (SystemExit|RuntimeError)\(.*waits for something that can never happen.*$/;

/** What every program tells of each task when it is over. */
const ENDED = /^\S+ end '/;

/** What `wait` gives: a tuple of sets in Python, an array here. */
const SETS = /\(((?:\{[^{}]*\}|set\(\))), ((?:\{[^{}]*\}|set\(\)))\)/g;

function told(lines: readonly string[]): string[] {
  const all = lines
    .filter((line) => !COLLECTED.test(line))
    .map((line) => line.replace(STALLED, 'stalled').replace(SETS, '[$1, $2]'));
  const stalled = all.findLastIndex((line) => line.endsWith('stalled'));
  if (stalled === -1) return all;
  // What can never go on is collected, here and there at its own time, before that is told or after it, and bodies may go
  // on a little when they are closed.
  const last = all.findLastIndex((line) => ENDED.test(line));
  return [...all.slice(0, last + 1), 'stalled'];
}

async function ask(oracle: Oracle, programs: readonly Program[]): Promise<string[][]> {
  const traces = await oracle.traces(programs.map(toPython), { collect: false, prelude: PRELUDE });
  return traces.map(told);
}

/** The first style that disagrees, or null. */
async function disagreement(
  one: Program,
  expected: readonly string[],
  statistics: Statistics | null,
  styles: readonly RandomStyle[] = stylesOf(one),
): Promise<Disagreement | null> {
  for (const style of styles) {
    // One style is enough to count what is done, and only generators tell in detail what they wait for.
    const counts = style === 'generator' ? statistics : null;
    const play = (counter: Counter | null): Promise<string[]> => playRandom(one, style, counter);
    const traced = told(await (counts === null ? play(null) : counts.count(play)));
    const named = (lines: readonly string[]) => comparedIn(style, lines);
    const difference = lineDifference(named(expected), named(traced));
    if (difference !== null) return { style, difference };
  }
  return null;
}

function show(failing: Program, { style, difference }: Disagreement): string {
  const parts = ['Python', toPython(failing), `JavaScript, ${style}`, toJavaScript(failing, style)];
  return [...parts, '- CPython  + asyncio-ts', difference].join('\n');
}

/** The smallest program that still disagrees, made from one that does, which is shown if it does so only after others. */
async function shrunk(oracle: Oracle, seed: number, index: number, first: string): Promise<string> {
  let smallest = first;
  const property = fc.asyncProperty(program, async (one) => {
    const [expected = []] = await ask(oracle, [one]);
    const found = await disagreement(one, expected, null);
    if (found !== null) smallest = show(one, found);
    return found === null;
  });
  await fc.check(property, { seed, path: String(index), numRuns: 1 });
  return smallest;
}

/** Programs of a seed, or a share of them: of so many shares, which one. */
export interface Programs {
  readonly seed: number;
  readonly count: number;
  readonly share?: number;
  readonly shares?: number;
  /** TypeScript is slow: its helpers are tried with one program in so many; with all by default. */
  readonly helpersOfEach?: number;
}

/** A program that disagrees, by its number among those of its seed. */
interface Finding {
  readonly index: number;
  readonly text: string;
}

/** The first program that disagrees in some style; null if all agree. */
export async function firstDisagreement(
  oracle: Oracle,
  { seed, count, share = 0, shares = 1, helpersOfEach = 1 }: Programs,
  statistics: Statistics | null = null,
): Promise<Finding | null> {
  const all = fc.sample(program, { numRuns: count, seed });
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, number) => number * BATCH).filter(
    (_start, number) => number % shares === share,
  );
  const batch = (start: number | undefined): Program[] => (start === undefined ? [] : all.slice(start, start + BATCH));
  let asked = ask(oracle, batch(starts[0]));
  for (const [number, start] of starts.entries()) {
    const expected = await asked;
    asked = ask(oracle, batch(starts[number + 1]));
    // If something fails before, nobody waits for the answer.
    asked.catch(() => undefined);
    for (const [index, one] of batch(start).entries()) {
      const styles = stylesOf(one).filter((style) => style !== 'helpers' || index % helpersOfEach === 0);
      const found = await disagreement(one, expected[index] ?? [], statistics, styles);
      if (found !== null) return { index: start + index, text: show(one, found) };
    }
  }
  return null;
}

/** Null if the programs agree in every style, else the first that doesn't, as small as it gets. */
export async function compareMany(
  oracle: Oracle,
  programs: Programs,
  statistics: Statistics | null = null,
): Promise<string | null> {
  const found = await firstDisagreement(oracle, programs, statistics);
  return found === null ? null : shrunk(oracle, programs.seed, found.index, found.text);
}
