/** A project is built by each bundler, and the program that comes out is run. */
import { PROJECT_PRINTS, timeless, Workshop } from './workshop';

let workshop: Workshop;

beforeAll(() => {
  workshop = Workshop.withProject();
  workshop.write({
    'src/wrong.ts': 'export const before: number = 1;\n\nexport async function wrong() {\n  await ];\n}\n',
  });
}, 60_000);

afterAll(() => {
  workshop.remove();
});

describe.each(['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack'])('%s', (bundler) => {
  test('builds a program that runs, and whose errors name the source', () => {
    expect(workshop.node(`${bundler}.mjs`, 'src/main.ts')).toMatchObject({ errors: '', code: 0 });
    const { output, errors } = workshop.node('--enable-source-maps', 'out/main.mjs');
    expect({ output: timeless(output), errors }).toEqual({ output: PROJECT_PRINTS, errors: '' });
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
  const [program, ...page] = timeless(output).split(/(?<=broken\.ts.*\n)/);
  expect({ program, errors }).toEqual({ program: PROJECT_PRINTS, errors: '' });
  expect(page.join('')).toBe(
    'a worker is compiled: true\na text is not: true\nthe runtime is known beforehand: true\n',
  );
}, 60_000);

test('a configuration in CommonJS can require the plugins', () => {
  workshop.write({
    'config.cjs': `
      const names = ['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack'];
      const plugins = names.map((name) => require('@asyncio-ts/compiler/' + name).default({ include: 'src/**' }));
      console.log(plugins.map(({ name, apply }) => name ?? typeof apply).join());
    `,
  });
  const { output, errors } = workshop.node('config.cjs');
  expect({ output, errors }).toEqual({
    output: 'asyncio-ts,asyncio-ts,asyncio-ts,asyncio-ts,function,function\n',
    errors: '',
  });
});
