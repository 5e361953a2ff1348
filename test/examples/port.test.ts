/** The programs of the pages for porters print what CPython prints. */
import { Oracle } from '../conformance/oracle';
import { onNode, pagesUnder, shown } from './pages';
import { isThere, recordedUnder, run, runInstalledPython, runPython, textOf, withoutAddresses } from './programs';

const FOLDER = 'port';

// Loading CPython takes some seconds.
jest.setTimeout(60_000);

const pages = pagesUnder(FOLDER);
const all = recordedUnder(FOLDER);
const onSockets = all.filter((program) => onNode(pages).has(program));
const programs = all.filter((program) => !onNode(pages).has(program));
const originals = programs.filter((program) => isThere(`${program}.py`));

describe('a program for porters', () => {
  test.each(programs)('%s prints what is recorded, and reports nothing', async (program) => {
    const { output, errors } = await run(`${program}.ts`);
    expect(errors).toBe('');
    expect(withoutAddresses(output)).toBe(textOf(`${program}.out`));
  });

  test.each(all)('%s fits on three screens', (program) => {
    for (const file of [`${program}.ts`, `${program}.py`].filter(isThere)) {
      const lines = textOf(file).trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(120);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });
});

describe('a program with real sockets', () => {
  test.each(onSockets)('%s prints what is recorded, and reports nothing', async (program) => {
    const { output, errors } = await run(`${program}.ts`, { realTime: true });
    expect(errors).toBe('');
    expect(output).toBe(textOf(`${program}.out`));
  });
});

describe('CPython 3.14', () => {
  const oracle = Oracle.pyodide();

  beforeAll(async () => {
    await oracle.version;
  });

  afterAll(() => {
    oracle.close();
  });

  test.each(originals)('prints what is recorded for %s', async (program) => {
    const { output, errors } = await runPython(oracle, `${program}.py`);
    expect(errors).toBe('');
    expect(withoutAddresses(output)).toBe(textOf(`${program}.out`));
  });
});

// Without a Python that is installed nobody can be asked about sockets: Pyodide has none.
const whereInstalled = typeof Oracle.installed() === 'string' ? describe.skip : describe;

whereInstalled('an installed CPython', () => {
  test.each(onSockets)('prints what is recorded for %s', (program) => {
    expect(runInstalledPython(`${program}.py`)).toEqual({ output: textOf(`${program}.out`) });
  });
});

test('the pages for porters show each program, and none that does not exist', () => {
  const wanted = shown(pages, 'program').filter((path) => path.startsWith(`${FOLDER}/`));
  expect(wanted.filter((path) => !isThere(`${path}.ts`))).toEqual([]);
  expect(all.filter((program) => !wanted.includes(program))).toEqual([]);
});
