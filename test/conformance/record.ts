/**
 * Records the scenarios' traces again: `node test/conformance/record.mjs [name…]`.
 *
 * CPython 3.14 (Pyodide) decides. Where an installed CPython 3.13 answers differently, it is noted in
 * `scenarios/differences-3.13.txt`.
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

export async function record(names: readonly string[]): Promise<void> {
  const all = allScenarios();
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.some((start) => name.startsWith(start)));
  const pyodide = Oracle.pyodide();
  try {
    for (const scenario of chosen) {
      const plain = await pyodide.trace(scenario.python);
      scenario.record(plain, await pyodide.trace(scenario.python, { debug: true }));
    }
    console.log(`recorded ${String(chosen.length)} scenarios with CPython ${await pyodide.version}`);
  } finally {
    pyodide.close();
  }

  const cpython = Oracle.cpython();
  if (typeof cpython === 'string') {
    console.log(`not compared with CPython 3.13: ${cpython}`);
    return;
  }
  try {
    const version = await cpython.version;
    if (!version.startsWith('3.13.')) console.log(`not compared with CPython 3.13: found ${version} instead`);
    else writeFileSync(DIFFERENCES, HEADING + (await differences(cpython, all)));
  } finally {
    cpython.close();
  }
}
