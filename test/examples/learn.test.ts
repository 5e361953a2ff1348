/** The programs of the course print what CPython prints, and the pages in both languages show the same. */
import { Oracle } from '../conformance/oracle';
import { onNode, pagesUnder, shown } from './pages';
import { isThere, recordedUnder, run, runInstalledPython, runPython, textOf, withoutAddresses } from './programs';
import { turnsOf } from './turns';

const FOLDER = 'learn';

// Loading CPython takes some seconds.
jest.setTimeout(60_000);

const english = pagesUnder('learn');
const chinese = pagesUnder('zh/learn');
const nodeOnly = onNode(english);
const programs = recordedUnder(FOLDER);
const inPython = programs.filter((program) => isThere(`${program}.py`));

describe('a program of the course', () => {
  test.each(programs)('%s prints what is recorded', async (program) => {
    const { output } = await run(`${program}.ts`, { realTime: nodeOnly.has(program) });
    expect(withoutAddresses(output)).toBe(textOf(`${program}.out`));
  });

  test.each(programs)('%s fits on one screen', (program) => {
    for (const file of [`${program}.ts`, `${program}.py`].filter(isThere)) {
      const lines = textOf(file).trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(90);
    }
  });
});

describe('CPython 3.14', () => {
  let oracle: Oracle;

  beforeAll(async () => {
    oracle = Oracle.pyodide();
    await oracle.version;
  });

  afterAll(() => {
    oracle.close();
  });

  // Pyodide has neither sockets nor processes.
  test.each(inPython.filter((program) => !nodeOnly.has(program)))('prints what is recorded for %s', async (program) => {
    const python = await runPython(oracle, `${program}.py`);
    expect(withoutAddresses(python.output)).toBe(textOf(`${program}.out`));
    // What asyncio reports has other words here and there, but one reports when the other does.
    const { errors } = await run(`${program}.ts`);
    expect(errors === '' ? [] : [errors]).toHaveLength(python.errors === '' ? 0 : 1);
  });

  const tables = english.flatMap((page) => page.turns.map((turns) => [turns.path, turns.rows] as const));

  test.each(tables)('has in its ready queue what the table of %s says', async (path, rows) => {
    expect(await turnsOf(oracle, `${path}.py`)).toEqual(rows);
  });
});

const onlyThere = inPython.filter((program) => nodeOnly.has(program));

// Without a Python that is installed nobody can be asked about sockets.
const whereInstalled = typeof Oracle.installed() === 'string' ? describe.skip : describe;

if (onlyThere.length > 0) {
  whereInstalled('an installed CPython', () => {
    test.each(onlyThere)('prints what is recorded for %s', (program) => {
      const answer = runInstalledPython(`${program}.py`);
      expect(typeof answer === 'string' ? answer : withoutAddresses(answer.output)).toBe(textOf(`${program}.out`));
    });
  });
}

describe('the pages of the course', () => {
  test('are the same in English and Chinese: blocks, levels of headings, tables of turns', () => {
    expect(chinese).toEqual(english);
  });

  test('show each program, and none that does not exist', () => {
    const paths = shown(english, 'program').filter((path) => path.startsWith(`${FOLDER}/`));
    expect(paths.filter((path) => !isThere(`${path}.ts`))).toEqual([]);
    expect(programs.filter((program) => !paths.includes(program))).toEqual([]);
  });

  test.each(english.filter(({ name }) => name !== 'learn/index'))(
    '$name has a program beside its Python, an exercise and a timeline',
    ({ blocks }) => {
      const kinds = blocks.map(({ kind, path }) => (kind === 'program' && isThere(`${path}.py`) ? 'both' : kind));
      expect(kinds).toEqual(expect.arrayContaining(['both', 'exercise', 'timeline']));
    },
  );

  test('draw timelines of programs that exist', () => {
    expect(shown(english, 'timeline').filter((path) => !isThere(`${path}.ts`))).toEqual([]);
  });
});
