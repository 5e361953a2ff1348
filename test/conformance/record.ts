/**
 * Records the scenarios' traces again: `node test/conformance/record.mjs [name…]`.
 *
 * CPython 3.14 (Pyodide) decides, an installed CPython where Pyodide replaces what is shown. Where an installed
 * CPython 3.13 answers differently from 3.14, it is noted in `scenarios/differences-3.13.txt`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineDifference } from './diff';
import { Oracle } from './oracle';
import { allScenarios, type ScenarioFiles } from './scenarios';

const DIFFERENCES = join(__dirname, 'scenarios', 'differences-3.13.txt');
const HEADING =
  '# Where CPython 3.13 (+) answers differently from CPython 3.14 (-), which is the reference.\n' +
  '# Written by `node test/conformance/record.mjs`.\n';

async function differences(oracle: Oracle, scenarios: readonly ScenarioFiles[]): Promise<string> {
  let text = '';
  for (const scenario of scenarios) {
    const difference = lineDifference(scenario.recorded(false), await oracle.trace(scenario.python));
    if (difference !== null) text += `\n${scenario.name}\n${difference}\n`;
  }
  return text;
}

async function recordWith(oracle: Oracle, scenarios: readonly ScenarioFiles[]): Promise<void> {
  for (const scenario of scenarios) {
    const plain = await oracle.trace(scenario.python);
    scenario.record(plain, await oracle.trace(scenario.python, { debug: true }));
  }
  console.log(`recorded ${String(scenarios.length)} scenarios with CPython ${await oracle.version}`);
}

export async function record(names: readonly string[]): Promise<void> {
  const all = allScenarios();
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.some((start) => name.startsWith(start)));
  const pyodide = Oracle.pyodide();
  try {
    await recordWith(
      pyodide,
      chosen.filter(({ oracle }) => oracle === 'pyodide'),
    );
  } finally {
    pyodide.close();
  }

  const cpython = Oracle.cpython();
  if (typeof cpython === 'string') {
    console.log(`skipped: what Pyodide replaces, and the comparison with CPython 3.13, for ${cpython}`);
    return;
  }
  try {
    await recordWith(
      cpython,
      chosen.filter(({ oracle }) => oracle === 'installed'),
    );
    const version = await cpython.version;
    if (!version.startsWith('3.13.'))
      console.log(`skipped: the comparison with CPython 3.13, found ${version} instead`);
    else writeFileSync(DIFFERENCES, HEADING + (await differences(cpython, all)));
  } finally {
    cpython.close();
  }
}
