/**
 * `npm run conformance:faults -- [options]`: would the comparison notice a fault?
 *
 *   --programs N   how many random programs are compared with each fault (2000)
 *   --fault TEXT   only the faults whose name contains this
 *   --record       writes the outcome into recorded.json, for docs/conformance.md, if all are noticed
 *
 * Each fault is put into the library in a process of its own, which plays all scenarios, and random programs until one
 * disagrees. It fails if the scenarios or the programs notice nothing, and if they notice something without a fault.
 */
import { parseArgs } from 'node:util';
import { recordResult } from '../results';
import { FAULTS } from './list';
import { tryFault, type Outcome } from './trial';

function described({ scenarios, compared, programs, broken }: Outcome): string {
  const parts = [`${String(scenarios.length)} of ${String(compared)} scenarios disagree`];
  if (broken !== null) parts.push(broken);
  else parts.push(programs === null ? 'all programs agree' : `program ${String(programs + 1)} disagrees`);
  return parts.join(', ');
}

export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programs: { type: 'string', default: '2000' },
      fault: { type: 'string', default: '' },
      record: { type: 'boolean', default: false },
    },
  });
  const programs = Number(values.programs);
  const unnoticed: string[] = [];
  const say = (name: string, outcome: Outcome, isRight: boolean): void => {
    if (!isRight) unnoticed.push(name);
    console.log(`${isRight ? '✓' : '✗'} ${name}: ${described(outcome)}`);
    const shown = outcome.scenarios.slice(0, 3).join(', ');
    if (shown !== '') console.log(`    ${shown}${outcome.scenarios.length > 3 ? ', …' : ''}`);
  };
  const none = await tryFault(-1, { programs });
  say('no fault', none, none.scenarios.length === 0 && none.programs === null && none.broken === null);
  const results = [];
  for (const [number, fault] of FAULTS.entries()) {
    if (!fault.name.includes(values.fault)) continue;
    const outcome = await tryFault(number, { programs });
    const isNoticed =
      outcome.scenarios.includes(fault.scenario) && (outcome.programs !== null || outcome.broken !== null);
    say(fault.name, outcome, isNoticed);
    results.push({ name: fault.name, scenarios: outcome.scenarios.length, programs: outcome.programs });
  }
  if (unnoticed.length > 0) {
    console.log(`\nNot as it has to be: ${unnoticed.join('; ')}`);
    process.exitCode = 1;
  } else if (values.record) recordResult('faults', results);
}
