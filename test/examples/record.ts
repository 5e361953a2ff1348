/**
 * Writes what the programs of a folder print, as CPython 3.14 prints it: the files `.out`. A program without a Python
 * original is run itself. Says where TypeScript prints something else. Of the examples of lint rules, what is wrong with them
 * is recorded too.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineDifference } from '../conformance/diff';
import { Oracle } from '../conformance/oracle';
import { flagged, onNode, pagesUnder } from './pages';
import { isThere, recordedUnder, run, runInstalledPython, runPython, told, withoutAddresses } from './programs';

const EXAMPLES = join(__dirname, '../../docs/examples');

async function pythons(oracle: Oracle, program: string, isOnNode: boolean): Promise<string> {
  if (!isOnNode) return (await runPython(oracle, `${program}.py`)).output;
  const answer = runInstalledPython(`${program}.py`);
  if (typeof answer === 'string') throw new Error(answer);
  return answer.output;
}

/**
 * Records the programs whose path in `docs/examples` begins with this. The first time one without a Python original has to
 * be named whole, since examples that assert look the same.
 */
export async function record(start: string = 'learn'): Promise<void> {
  const folder = start.replace(/\/.*/, '');
  const pages = pagesUnder(folder);
  const nodeOnly = onNode(pages);
  const onRealTime = flagged(pages, 'real-time');
  const programs = recordedUnder(folder).filter((name) => name.startsWith(start));
  if (isThere(`${start}.ts`) && !programs.includes(start)) programs.push(start);
  const oracle = Oracle.pyodide();
  try {
    for (const program of programs) {
      const isOnNode = nodeOnly.has(program);
      const ours = await run(`${program}.ts`, { realTime: isOnNode || onRealTime.has(program) });
      const mine = folder === 'lint' ? told(ours) : ours.output;
      const printed = isThere(`${program}.py`) ? await pythons(oracle, program, isOnNode) : mine;
      writeFileSync(`${EXAMPLES}/${program}.out`, withoutAddresses(printed));
      const difference = lineDifference(printed.split('\n'), withoutAddresses(mine).split('\n'));
      console.log(`${program}: ${difference === null ? 'the same' : `TypeScript (+) differs\n${difference}`}`);
      if (ours.errors !== '') console.log(ours.errors);
    }
  } finally {
    oracle.close();
  }
}
