/** What a process with a fault does: it compares, and tells how each comparison ends. */
import { comparedIn } from '../compiled_style';
import { lineDifference } from '../diff';
import { load } from '../load';
import { Oracle } from '../oracle';
import { play } from '../play';
import { firstDisagreement } from '../random/compare';
import { allScenarios, type ScenarioFiles } from '../scenarios';

/** What is told: whether a scenario agrees, or which of the random programs so far is the first that doesn't. */
export type Told =
  | { readonly kind: 'scenario'; readonly name: string; readonly agrees: boolean }
  | { readonly kind: 'programs'; readonly first: number | null };

/** Random programs of one seed. */
const OF_A_SEED = 100;

async function tell(told: Told): Promise<void> {
  return new Promise((resolve) => process.send?.(told, undefined, undefined, () => resolve()));
}

async function agrees(scenario: ScenarioFiles): Promise<boolean> {
  for (const style of scenario.styles) {
    const played = await play(load(scenario, style), false);
    if (lineDifference(comparedIn(style, scenario.recorded(false)), comparedIn(style, played)) !== null) return false;
  }
  return true;
}

/** Compares so many programs, a seed after the other. */
async function comparePrograms(count: number): Promise<void> {
  const oracle = Oracle.pyodide();
  try {
    for (let before = 0, seed = 1; before < count; before += OF_A_SEED, seed += 1) {
      const found = await firstDisagreement(oracle, { seed, count: Math.min(OF_A_SEED, count - before) });
      await tell({ kind: 'programs', first: found === null ? null : before + found.index });
      if (found !== null) return;
    }
  } finally {
    oracle.close();
  }
}

/** Plays the scenarios that are named, all if none is, and then so many random programs. */
export async function work([programs = '0', ...names]: readonly string[]): Promise<void> {
  // Who asked may be gone.
  process.once('disconnect', () => process.exit());
  for (const scenario of allScenarios()) {
    if (names.length > 0 && !names.includes(scenario.name)) continue;
    await tell({ kind: 'scenario', name: scenario.name, agrees: await agrees(scenario) });
  }
  await comparePrograms(Number(programs));
  process.exit();
}
