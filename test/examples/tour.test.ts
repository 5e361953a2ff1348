import { Oracle } from '../conformance/oracle';
import { filesUnder, isThere, normalised, run, runPython, textOf } from './programs';

const steps = filesUnder('tour', '.ts').filter((program) => /\/\d\d_\w+$/.test(program));

// Loading CPython takes some seconds.
jest.setTimeout(60_000);

// The files NN_name.out hold what `python3 NN_name.py` of CPython 3.13 printed.

describe('a step of the tour', () => {
  test.each(steps)('%s prints what its Python original prints', async (step) => {
    const { output, errors } = await run(`${step}.ts`);
    expect(errors).toBe('');
    expect(normalised(output)).toBe(normalised(textOf(`${step}.out`)));
  });

  test.each(steps)('%s fits on one screen', (step) => {
    for (const language of ['ts', 'py']) {
      const lines = textOf(`${step}.${language}`).split('\n');
      expect(lines.length).toBeLessThanOrEqual(50);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
    }
  });
});

const installed = Oracle.cpython();
const judges: [name: string, oracle: Oracle][] = [['CPython 3.14', Oracle.pyodide()]];
if (typeof installed !== 'string') judges.push(['the installed CPython', installed]);

describe.each(judges)('%s', (_name, oracle) => {
  beforeAll(async () => {
    await oracle.version;
  });

  afterAll(() => {
    oracle.close();
  });

  test.each(steps)('prints what is recorded for %s', async (step) => {
    expect(normalised((await runPython(oracle, `${step}.py`)).output)).toBe(normalised(textOf(`${step}.out`)));
  });
});

describe('the tour', () => {
  const titles = (output: string) => output.match(/^--- \d+\. /gm) ?? [];

  test('takes all steps, in order', async () => {
    const { output } = await run('tour/main.ts');
    expect(titles(output)).toEqual(steps.map((_step, index) => `--- ${String(index + 1)}. `));
    for (const step of steps)
      expect(output).toContain(`[${step.replace('tour/', '')}.ts, in Python ${step.replace('tour/', '')}.py]`);
  });

  test('takes one step alone when it is given its number', async () => {
    const { output } = await run('tour/main.ts', { args: ['4'] });
    expect(titles(output)).toEqual(['--- 4. ']);
    expect(output).toContain('func1(1) is awake after 2.0 s\nresult 2\n');
  });

  test('refuses a step that does not exist', async () => {
    const { output, errors, code } = await run('tour/main.ts', { args: ['12'] });
    expect(output).toBe('');
    expect(errors).toContain('There is no step 12. The steps are 1 to 11');
    expect(code).toBe(1);
  });

  test('has a recorded output and a Python original for each step', () => {
    expect(steps).toHaveLength(11);
    expect(steps.flatMap((step) => [`${step}.py`, `${step}.out`]).filter((file) => !isThere(file))).toEqual([]);
  });
});
