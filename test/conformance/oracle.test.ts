/** The recorded traces are what CPython answers today. */
import { lineDifference } from './diff';
import { Oracle } from './oracle';
import { allScenarios, type ScenarioFiles } from './scenarios';

/** Some of each area; `node test/conformance/record.mjs` asks for all. */
const ASKED = [
  'asyncgens/left-open',
  'cancellation/counts',
  'contexts/given',
  'coroutines/never-awaited',
  'errors/slow-callback',
  'errors/task-reprs',
  'futures/callbacks',
  'lifecycle/run-cancels-leftovers',
  'order/timers-equal',
  'tasks/eager-nested',
];

const scenarios = allScenarios();
const cpython = Oracle.cpython();

async function difference(oracle: Oracle, scenario: ScenarioFiles, debug: boolean): Promise<string | null> {
  return lineDifference(scenario.recorded(debug), await oracle.trace(scenario.python, { debug }));
}

describe('CPython 3.14 (Pyodide)', () => {
  let pyodide: Oracle;

  beforeAll(async () => {
    pyodide = Oracle.pyodide();
    await pyodide.version;
  }, 60_000);

  afterAll(() => {
    pyodide.close();
  });

  test('is the version whose behaviour is recorded', async () => {
    expect(await pyodide.version).toMatch(/^3\.14\./);
  });

  test.each(ASKED)('answers %s as recorded, debug mode off and on', async (name) => {
    const scenario = scenarios.find((candidate) => candidate.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    expect(await difference(pyodide, scenario, false)).toBeNull();
    expect(await difference(pyodide, scenario, true)).toBeNull();
  });

  test('starts time at 0 and jumps over what nobody waits for', async () => {
    const source = `
import asyncio

async def main(trace):
    trace('begins')
    await asyncio.sleep(3600)
    trace('an hour later', {'a': None})
    return [1]
`;
    expect(await pyodide.trace(source)).toEqual(['0 begins', "3600 an hour later {'a': None}", '3600 returned [1]']);
  });

  test('names a program that waits for what can never happen', async () => {
    const source = 'import asyncio\nasync def main(trace):\n    await asyncio.get_running_loop().create_future()\n';
    expect(await pyodide.trace(source)).toEqual([
      "0 raised SystemExit('the program waits for something that can never happen')",
    ]);
  });

  test('writes down what a program that cannot be run raises, and goes on', async () => {
    expect(await pyodide.trace('def program(trace, new_loop): pass\n1 / 0')).toEqual([
      "0 raised ZeroDivisionError('division by zero')",
    ]);
    expect(await pyodide.trace('no Python')).toEqual([expect.stringContaining('0 raised SyntaxError(')]);
    expect(await pyodide.trace('def program(trace, new_loop): return 1')).toEqual(['0 returned 1']);
  });

  test('pins the order of sets of tasks', async () => {
    const source = `
import asyncio

async def main(trace):
    async def work():
        await asyncio.sleep(1)
    tasks = [asyncio.create_task(work(), name=name) for name in 'qwertyuiop']
    trace('all', [task.get_name() for task in asyncio.all_tasks()][1:])
    done, pending = await asyncio.wait(tasks[::-1])
    trace('done', [task.get_name() for task in done], len(pending))
`;
    expect(await pyodide.trace(source)).toEqual([
      "0 all ['q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'p']",
      "1 done ['p', 'o', 'i', 'u', 'y', 't', 'r', 'e', 'w', 'q'] 0",
      '1 returned None',
    ]);
  });
});

const replaced = scenarios.filter(({ oracle }) => oracle === 'installed');

if (typeof cpython === 'string') {
  describe('what Pyodide replaces', () => {
    test(`is skipped: ${cpython}`, () => {
      // A Python that isn't there can't be asked; that the traces are recorded is all that can be shown.
      expect(replaced.map((scenario) => scenario.recorded(false).length)).not.toContain(0);
    });
  });
} else {
  describe('an installed CPython', () => {
    afterAll(() => {
      cpython.close();
    });

    test.each(replaced)(
      'answers $name as recorded, debug mode off and on',
      async (scenario) => {
        expect(await difference(cpython, scenario, false)).toBeNull();
        expect(await difference(cpython, scenario, true)).toBeNull();
      },
      60_000,
    );
  });
}
