/** `asyncio program.ts`: programs run as with `python program.py`. */
import { once } from 'node:events';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './installation';

// Each test starts processes, on machines that may be busy.
jest.setTimeout(60_000);

let installation: Installation;

beforeAll(() => {
  installation = new Installation();
});

afterAll(() => {
  installation.remove();
});

const IMPORT = "import * as asyncio from 'asyncio-ts';\n";

/** Writes a program that imports the library, and runs it. */
function program(text: string, args: readonly string[] = [], name = 'program.ts') {
  installation.write({ [name]: IMPORT + text });
  return installation.run([name, ...args]);
}

describe('programs', () => {
  test('a lone file runs, with plain async functions as coroutine functions and types taken out', () => {
    const ended = program(`
      async function greet(name: string): Promise<number> { await asyncio.sleep(0); console.log(name); return name.length; }
      async function main() {
        const coroutine = greet('Ada');
        console.log(asyncio.iscoroutine(coroutine), await coroutine);
      }
      await asyncio.run(main());
    `);
    expect(ended).toEqual({ code: 0, output: 'Ada\ntrue 3\n', errors: '' });
  });

  test('what a program imports is compiled as well, and finds the library as well', () => {
    installation.write({
      'parts/work.ts': `${IMPORT}export async function work(x: number) { return await asyncio.sleep(0, x); }\n`,
      'parts/old.cjs': "const { sleep } = require('asyncio-ts');\nexports.old = async () => await sleep(0, 'old');\n",
    });
    const { output, errors } = program(`
      import { work } from './parts/work.js';
      import { old } from './parts/old.cjs';
      console.log(asyncio.iscoroutine(old().close() ?? old()), await asyncio.run(asyncio.coroutine(async () => [await work(1), await old()])));
    `);
    expect(errors).not.toMatch(/Error/);
    expect(output).toBe("true [ 1, 'old' ]\n");
  });

  test('the copy of the library that a program has goes before that of the command', () => {
    installation.write({
      'own/node_modules/asyncio-ts/package.json': '{ "exports": "./index.mjs" }',
      'own/node_modules/asyncio-ts/index.mjs': "export const name = 'own copy';\n",
    });
    const { output } = program('console.log(asyncio.name);', [], 'own/program.ts');
    expect(output).toBe('own copy\n');
  });

  test('another module that is missing is missing', () => {
    const { code, errors } = program("import 'asyncio-tsx';");
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining("Cannot find package 'asyncio-tsx'") });
  });

  test('process.argv is as with node, and options behind the program are its own', () => {
    const expected = JSON.stringify([process.execPath, join(installation.folder, 'program.ts'), '--debug', '-c', 'x']);
    const text = 'void asyncio; console.log(JSON.stringify(process.argv));';
    expect(program(text, ['--debug', '-c', 'x']).output).toBe(`${expected}\n`);
    expect(installation.run(['run', 'program.ts', '--debug', '-c', 'x']).output).toBe(`${expected}\n`);
  });

  test('a script of CommonJS knows that it is the main one', () => {
    const text = `
      const asyncio = require('asyncio-ts');
      async function main() { console.log(require.main === module, asyncio.current_task().get_name()); }
      if (require.main === module) asyncio.run(main());
    `;
    installation.write({ 'script.cjs': text, 'script.cts': `const x: number = 1; ${text}` });
    const expected = { code: 0, output: 'true Task-1\n', errors: '' };
    expect(installation.run(['script.cjs'])).toEqual(expected);
    expect(installation.run(['script.cts'])).toEqual(expected);
  });

  test('a program that is linked runs where it is', () => {
    installation.write({
      'real/linked.ts': "import { x } from './x.js'; console.log(x);",
      'real/x.ts': 'export const x = 1;',
    });
    symlinkSync(join(installation.folder, 'real/linked.ts'), join(installation.folder, 'link.ts'));
    expect(installation.run(['link.ts']).output).toBe('1\n');
  });

  test('code comes by -c, with arguments behind it', () => {
    const code = `${IMPORT}async function f(x: number) { return x } console.log(await asyncio.run(f(1)), process.argv.slice(1));`;
    expect(installation.run(['-c', code, 'a', '--debug'])).toEqual({
      code: 0,
      output: "1 [ 'a', '--debug' ]\n",
      errors: '',
    });
  });

  test('code comes by the standard input, and imports from the working directory', () => {
    installation.write({ 'near.ts': 'export const near: string = "near";' });
    const code = `${IMPORT}import { near } from './near.js'; await asyncio.run(async () => console.log(near, process.argv[1]));`;
    expect(installation.run(['-', 'x'], code)).toEqual({ code: 0, output: 'near -\n', errors: '' });
    expect(installation.run([], code)).toEqual({ code: 0, output: 'near undefined\n', errors: '' });
  });

  test('--debug is the debug mode', () => {
    const text =
      'const main = async () => console.log(asyncio.get_running_loop().get_debug()); await asyncio.run(main);';
    expect(program(text).output).toBe('false\n');
    expect(installation.run(['--debug', 'program.ts']).output).toBe('true\n');
    expect(installation.run(['run', '--debug', 'program.ts']).output).toBe('true\n');
  });

  describe('--trace', () => {
    const MAIN = "async function main() { await asyncio.sleep(0.01); throw new Error('late'); }\n";

    /** The coroutines whose steps are in a trace. */
    function traced(file: string): string[] {
      const { traceEvents } = JSON.parse(readFileSync(join(installation.folder, file), 'utf8')) as {
        traceEvents: { name: string; args?: { name?: string } }[];
      };
      return traceEvents.flatMap(({ name, args }) => (name === 'thread_name' ? [args?.name ?? ''] : []));
    }

    test.each([
      ['a program that fails', `${MAIN}await asyncio.run(main());`, 1],
      ['one that exits', `${MAIN}process.exitCode = 3; asyncio.run(main()).catch(() => process.exit());`, 3],
    ])('writes what the tasks of %s did', (_name, text, code) => {
      installation.write({ 'program.ts': IMPORT + text });
      expect(installation.run(['--trace', 'trace.json', 'program.ts']).code).toBe(code);
      expect(traced('trace.json')).toContainEqual(expect.stringContaining('main'));
    });

    test('writes that of code, for which the library is the own copy of the command', () => {
      const code = `${IMPORT}async function main() { await asyncio.sleep(0); }\nawait asyncio.run(main());`;
      expect(installation.run(['--trace', 'code.json', '-c', code])).toEqual({ code: 0, output: '', errors: '' });
      expect(traced('code.json')).toContainEqual(expect.stringContaining('main'));
    });

    test('writes that of a program which is interrupted', async () => {
      installation.write({
        'waits.ts': `${IMPORT}async function main() { console.log('waits'); await asyncio.sleep(1000); }\nawait asyncio.run(main());`,
      });
      const child = installation.start(['--trace', 'interrupted.json', 'waits.ts']);
      child.stdout.once('data', () => child.kill('SIGINT'));
      expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
      expect(traced('interrupted.json')).toContainEqual(expect.stringContaining('main'));
    });

    test('needs a file that can be written, and a program', () => {
      installation.write({ 'program.ts': '' });
      const { code, errors } = installation.run(['--trace', 'no/such/folder/trace.json', 'program.ts']);
      expect(code).toBe(1);
      expect(errors).toMatch(/^asyncio: the trace can't be written: .*No such file or directory/);
      expect(installation.run(['--trace', '', 'program.ts'])).toMatchObject({ code: 2 });
      expect(installation.run(['--trace', 'x.json', 'nowhere.ts'])).toMatchObject({ code: 2 });
      expect(existsSync(join(installation.folder, 'x.json'))).toBe(false);
    });
  });
});

describe('ends', () => {
  test('an error ends with 1 and shows the place in the source', () => {
    const { code, errors } = program(
      ['async function main(x: number) {', '  throw new Error(`no ${x}`);', '}', 'await asyncio.run(main(1));'].join(
        '\n',
      ),
    );
    expect(code).toBe(1);
    expect(errors).toMatch(/program\.ts:3\n {2}throw new Error\(`no \$\{x\}`\);\n {8}\^\n/);
    expect(errors).toMatch(/Error: no 1\n {4}at main \(.*program\.ts:3:9\)/);
  });

  test('an error that the library throws shows the place that led to it', () => {
    const { code, errors } = program(
      'async function main() {\n  new asyncio.Queue().get_nowait();\n}\nawait asyncio.run(main);',
    );
    expect(code).toBe(1);
    expect(errors).toBe('QueueEmpty\n');
  });

  test('SystemExit gives the code, or prints its text', () => {
    const exit = (argument: string) => {
      const { code, errors } = program(
        `await asyncio.run(async () => { throw new asyncio.SystemExit(${argument}); });`,
      );
      return [code, errors];
    };
    expect(exit('7')).toEqual([7, '']);
    expect(exit('')).toEqual([0, '']);
    expect(exit("'no more'")).toEqual([1, 'no more\n']);
  });

  test('SystemExit counts where nobody awaits run', () => {
    const { code } = program('void asyncio.run(async () => { throw new asyncio.SystemExit(3); });');
    expect(code).toBe(3);
  });

  test('a handler of the program goes before', () => {
    const { code, output } = program(`
      process.on('uncaughtException', (error) => console.log('handled', error.name));
      setTimeout(() => { throw new asyncio.SystemExit(3); });
    `);
    expect({ code, output }).toEqual({ code: 0, output: 'handled SystemExit\n' });
  });

  test('a program that can never go on ends with 13', () => {
    const { code, errors } = program('await asyncio.run(async () => { await new asyncio.Event().wait(); });');
    expect(code).toBe(13);
    expect(errors).toMatch(/the event loop waits for something that can never happen/);
    expect(errors).not.toMatch(/at its top level/);
    expect(installation.run(['-c', 'await new Promise(() => {})'])).toEqual({
      code: 13,
      output: '',
      errors: 'asyncio: the program awaits at its top level what can never happen\n',
    });
  });

  test('Ctrl-C cancels, cleans up and ends by the signal', async () => {
    installation.write({
      'waits.ts': `${IMPORT}
        async function main() {
          try { console.log('waits'); await asyncio.sleep(1000); } finally { console.log('cleaned up'); }
        }
        await asyncio.run(main());
      `,
    });
    const child = installation.start(['waits.ts']);
    let output = '';
    let errors = '';
    child.stderr.on('data', (data) => (errors += String(data)));
    child.stdout.on('data', (data) => {
      if (output === '') child.kill('SIGINT');
      output += String(data);
    });
    const [code, signal] = await once(child, 'close');
    expect([code, signal, output]).toEqual([null, 'SIGINT', 'waits\ncleaned up\n']);
    expect(errors).toMatch(/^KeyboardInterrupt/);
  });
});

describe('mistakes', () => {
  test.each([
    ['nowhere', "can't open file 'nowhere': there is no such file"],
    ['present', "can't open file 'present': there is no such file; did you mean present.ts?"],
    ['folder', "can't run 'folder': it is a directory; did you mean folder/main.ts?"],
    ['text.txt', "can't run 'text.txt': its name must end with .ts, .mts, .cts, .tsx, .js, .mjs, .cjs, .jsx"],
  ])('%s', (path, message) => {
    installation.write({ 'present.ts': '', 'folder/main.ts': '', 'text.txt': '' });
    expect(installation.run([path])).toEqual({ code: 2, output: '', errors: `asyncio: ${message}\n` });
  });

  test.each([
    ['with async', 'async function f() {\n\tconst x = ;\n}\n'],
    ['without', 'function f() {\n\tconst x = ;\n}\n'],
  ])('a syntax error in a file %s is shown with its line', (_name, source) => {
    installation.write({ 'broken.ts': source });
    expect(installation.run(['broken.ts'])).toEqual({
      code: 1,
      output: '',
      errors: `broken.ts:2:12\n\tconst x = ;\n\t          ^\nSyntaxError: Unexpected token\n`,
    });
  });

  test('a syntax error in code is shown alike', () => {
    expect(installation.run(['-c', 'async function f() { a b }']).errors).toBe(
      '[command].mts:1:23\nasync function f() { a b }\n                      ^\nSyntaxError: Missing semicolon.\n',
    );
  });

  test('a main that nobody runs', () => {
    const hint = 'asyncio: main is defined, but nobody runs it. Write at the end: await asyncio.run(main())\n';
    expect(program("async function main() { console.log('never'); }")).toEqual({ code: 0, output: '', errors: hint });
    expect(program('async function main() {}\nawait asyncio.run(main());').errors).toBe('');
  });

  test('a coroutine that is awaited at the top level', () => {
    const { code, errors } = program('async function f() {}\nawait f();');
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^RuntimeError: no running event loop: a coroutine can be awaited only inside a task\. Start the program with asyncio\.run/m,
    );
  });

  test('options that nobody knows', () => {
    const unknown = installation.run(['--bogus', 'program.ts']);
    expect(unknown).toEqual({ code: 2, output: '', errors: 'asyncio: unknown option --bogus\nTry asyncio --help\n' });
    expect(installation.run(['--enable-source-maps', 'x.ts']).errors).toMatch(/NODE_OPTIONS=--enable-source-maps/);
    expect(installation.run(['-c']).code).toBe(2);
    expect(installation.run(['run']).errors).toMatch(/Write asyncio run program\.ts/);
  });
});

test('--help and --version', () => {
  expect(installation.run(['--help'])).toMatchObject({ code: 0, output: expect.stringContaining('asyncio hello.ts') });
  expect(installation.run(['-V'])).toMatchObject({ code: 0, output: `asyncio-ts 0.0.0 (Node ${process.version})\n` });
});

test('ps and pstree say why they are not here', () => {
  const { code, errors } = installation.run(['pstree', '1']);
  expect(code).toBe(1);
  expect(errors).toMatch(/^NotImplementedError: asyncio pstree looks into the memory of another process/);
});
