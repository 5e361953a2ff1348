/**
 * `npm run conformance:random -- [options]`: random programs, here and in CPython.
 *
 *   --programs N   how many (1000)
 *   --seed N       of the first program; the same seed gives the same programs (1)
 *   --installed    asks an installed CPython instead of Pyodide
 */
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { Oracle } from '../oracle';
import { disagreement, type Disagreement } from './compare';
import { program, type Program } from './program';
import { toJavaScript, toPython } from './run';
import { Statistics } from './statistics';

function show(failing: Program, { style, difference }: Disagreement): string {
  const parts = ['Python', toPython(failing), `JavaScript, ${style}`, toJavaScript(failing, style)];
  return [...parts, '- CPython  + asyncio-ts', difference].join('\n');
}

/** Runs the programs; gives the report, and whether all agree. */
export async function compareMany(
  oracle: Oracle,
  programs: number,
  seed: number,
): Promise<{ agrees: boolean; report: string }> {
  const statistics = new Statistics();
  let smallest: string | null = null;
  const property = fc.asyncProperty(program, async (one) => {
    const found = await disagreement(oracle, one, (trace) => {
      statistics.add(one, trace);
    });
    // Shrinking ends with the smallest one that disagrees.
    if (found !== null) smallest = show(one, found);
    return found === null;
  });
  await fc.check(property, { numRuns: programs, seed });
  if (smallest !== null) return { agrees: false, report: smallest };
  const lines = statistics.shares().map(([name, share]) => `${share.toFixed(1).padStart(6)} %  ${name}`);
  return { agrees: true, report: `in so many of 100 programs:\n${lines.join('\n')}` };
}

/** The command. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      installed: { type: 'boolean', default: false },
    },
  });
  const oracle = values.installed ? Oracle.cpython() : Oracle.pyodide();
  if (typeof oracle === 'string') throw new Error(oracle);
  try {
    const { agrees, report } = await compareMany(oracle, Number(values.programs), Number(values.seed));
    const said = agrees ? 'agree with' : 'DISAGREE with';
    console.log(`${values.programs} programs from seed ${values.seed} ${said} CPython ${await oracle.version}\n`);
    console.log(report);
    if (!agrees) process.exitCode = 1;
  } finally {
    oracle.close();
  }
}
