/** A project is built by each bundler, and the program that comes out is run. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { printed, Workshop } from './workshop';

let workshop: Workshop;

beforeAll(() => {
  workshop = Workshop.withProject();
}, 60_000);

afterAll(() => {
  workshop.remove();
});

/** Where a text stands in a file of the project, as stacks have it. */
function placeOf(file: string, text: string): string {
  const lines = readFileSync(join(__dirname, 'project', file), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  return `${basename(file)}:${String(line + 1)}:${String((lines[line]?.indexOf(text) ?? 0) + 1)}`;
}

const EXPECTED = [
  printed('tasks'),
  printed('stream'),
  'view: <p>text</p>\n',
  'with the directive: true, compiled\n',
  'without: true, native\n',
  `broken at ${placeOf('src/broken.ts', 'new Error')}\n`,
].join('');

describe.each(['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack'])('%s', (bundler) => {
  test('builds a program that runs, and whose errors name the source', () => {
    expect(workshop.node(`${bundler}.mjs`, 'src/main.ts')).toMatchObject({ errors: '', code: 0 });
    const { output, errors } = workshop.node('--enable-source-maps', 'out/main.mjs');
    expect({ output, errors }).toEqual({ output: EXPECTED, errors: '' });
  }, 60_000);

  test('says where a mistake in a source is', () => {
    const { code, output, errors } = workshop.node(`${bundler}.mjs`, 'src/wrong.ts');
    expect(code).toBe(1);
    expect(output + errors).toMatch(/wrong\.ts.*4:8/s);
    expect(output + errors).toContain('Unexpected token');
  }, 60_000);
});

test('Vite compiles in its development server, too', () => {
  const { output, errors } = workshop.node('--enable-source-maps', 'vite-dev.mjs', 'src/main.ts');
  const [program, ...page] = output.split(/(?<=broken\.ts.*\n)/);
  expect({ program, errors }).toEqual({ program: EXPECTED, errors: '' });
  expect(page.join('')).toBe('a worker is compiled: true\na text is not: true\nthe runtime is known beforehand: true\n');
}, 60_000);
