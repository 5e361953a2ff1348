/** `asyncio` alone: the prompt, in a pseudo-terminal, as with `python -m asyncio`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './installation';
import { Terminal } from './terminal';

// Node can't make a terminal by itself, and Windows has none of the kind.
const hasTerminals = spawnSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode']).status === 0;
const describeInTerminal = hasTerminals ? describe : describe.skip;

// Each test starts processes, on machines that may be busy.
jest.setTimeout(60_000);

/** From Node 24 on the editor's own. */
const CONTINUATION = Number(process.versions.node.split('.')[0]) < 24 ? '... ' : '| ';
const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';

describeInTerminal('the prompt', () => {
  let installation: Installation;
  let terminal: Terminal;
  let history: string;

  async function open(args: readonly string[] = []): Promise<string> {
    terminal = new Terminal(installation.start(args, { terminal: true, variables: { ASYNCIO_TS_HISTORY: history } }));
    return (await terminal.until("'asyncio-ts'\n")) + (await terminal.until('>>> '));
  }

  beforeAll(() => {
    installation = new Installation();
    history = join(installation.folder, 'state/history');
    installation.write({
      'near.ts': 'export const near: string = "near";\nexport async function late() { return "late"; }\n',
    });
  });

  beforeEach(async () => {
    await open();
  });

  afterEach(async () => {
    await terminal.stop();
    rmSync(history, { force: true });
  });

  afterAll(() => {
    installation.remove();
  });

  test('the banner is Python’s', async () => {
    await terminal.stop();
    expect(await open()).toBe(
      `asyncio REPL 0.0.0 (Node ${process.version}) on ${process.platform}\n` +
        'Use "await" directly instead of "asyncio.run()".\n' +
        'Type ".help" for more information.\n' +
        ">>> import * as asyncio from 'asyncio-ts'\n>>> ",
    );
  });

  test('values are shown by repr or inspect, null is not, and _ is the last one', async () => {
    expect(await terminal.enter('1 + 1')).toBe('2\n');
    expect(await terminal.enter('await asyncio.sleep(0)')).toBe('');
    expect(await terminal.enter('_')).toBe('2\n');
    expect(await terminal.enter('await asyncio.sleep(0, [_, "x"])')).toBe("[ 2, 'x' ]\n");
    expect(await terminal.enter('new asyncio.ValueError("x")')).toBe("ValueError('x')\n");
    expect(await terminal.enter('Promise.resolve(1)')).toMatch(/^Promise \{\s+1/);
    expect(await terminal.enter('{ a: 1, b: [2] }')).toBe('{ a: 1, b: [ 2 ] }\n');
    expect(await terminal.enter('x = 5')).toBe('');
    expect(await terminal.enter('(await asyncio.sleep(0, x)) * 2')).toBe('10\n');
  });

  test('functions are coroutine functions, in several lines, with types', async () => {
    expect(await terminal.enter('async function f(x: number) {', CONTINUATION)).toBe('');
    expect(await terminal.enter('  return x * 2;', CONTINUATION)).toBe('');
    expect(await terminal.enter('}')).toBe('');
    expect(await terminal.enter('c = f(1); asyncio.repr(c)')).toMatch(/^'<coroutine object f at 0x\w+>'\n$/);
    expect(await terminal.enter('await c')).toBe('2\n');
    expect(await terminal.enter('enum Color { Red = 3 }; Color.Red as number')).toBe('3\n');
    expect(await terminal.enter('const text = `a', CONTINUATION)).toBe('');
    expect(await terminal.enter('b`; text')).toBe("'a\\nb'\n");
  });

  test('what is declared stays, and may be declared anew', async () => {
    await terminal.enter('const { a, b: [b], ...rest } = { a: 1, b: [2], c: 3 }, d: string = "s"; let e');
    expect(await terminal.enter('[a, b, rest, d, e]')).toBe("[ 1, 2, { c: 3 }, 's', undefined ]\n");
    await terminal.enter('const a = 10; class A { async m() { return a; } }; let n = 0; const up = () => { n++; };');
    expect(await terminal.enter('up(); [await new A().m(), n]')).toBe('[ 10, 1 ]\n');
    await terminal.enter('class A { m() { return 7; } }');
    expect(await terminal.enter('new A().m()')).toBe('7\n');
  });

  test('imports', async () => {
    await terminal.enter("import { basename as base, type ParsedPath } from 'node:path'");
    await terminal.enter("import * as url from 'node:url'; import { near, late } from './near.js'");
    expect(await terminal.enter("[base('/x/y'), typeof url.URL, near]")).toBe("[ 'y', 'function', 'near' ]\n");
    expect(await terminal.enter('asyncio.inspect.iscoroutinefunction(late) && (await late())')).toBe("'late'\n");
    expect(await terminal.enter("(await import('asyncio-ts')).sleep === asyncio.sleep")).toBe('true\n');
  });

  test('a task goes on between the prompts, in the one loop and the one context', async () => {
    await terminal.enter('v = new asyncio.contextvars.ContextVar("v"); v.set(1); loop = asyncio.get_running_loop()');
    await terminal.enter(
      'async function late() { await asyncio.sleep(0.05); console.log("from", "behind", v.get()); }',
    );
    await terminal.enter('task = asyncio.create_task(late())');
    await terminal.until('from behind 1\n');
    expect(await terminal.enter('[task.done(), loop === asyncio.get_running_loop()]')).toBe('[ true, true ]\n');
    await terminal.enter('await asyncio.sleep(0); v.set(2)');
    expect(await terminal.enter('v.get()')).toBe('2\n');
  });

  test('Ctrl-C ends what is awaited, what computes, and what is typed', async () => {
    await terminal.enter(
      'async function f() { try { console.log("be" + "gun"); await asyncio.sleep(1000); } finally { console.log("cleaned up"); } }',
    );
    terminal.type('await f()\n');
    await terminal.until('begun\n');
    terminal.type(CONTROL_C);
    expect(await terminal.until('>>> ')).toBe('cleaned up\n\nKeyboardInterrupt\n>>> ');
    terminal.type('console.log("run" + "ning"); for (;;);\n');
    await terminal.until('running\n');
    terminal.type(CONTROL_C);
    expect(await terminal.until('>>> ')).toMatch(/\nKeyboardInterrupt\n>>> $/);
    terminal.type('function unfinished() {\n');
    await terminal.until(CONTINUATION);
    terminal.type(CONTROL_C);
    await terminal.until('\nKeyboardInterrupt\n>>> ');
    expect(await terminal.enter('1')).toBe('1\n');
  });

  test('errors are shown without what is inside of us', async () => {
    expect(await terminal.enter('null.x')).toMatch(/^TypeError: Cannot read .*\n {4}at asyncio-input-\d+:1\n$/);
    await terminal.enter('async function fails() { await asyncio.sleep(0); throw new asyncio.ValueError("bad"); }');
    expect(await terminal.enter('await fails()')).toMatch(/^ValueError: bad\n {4}at fails \(asyncio-input-\d+:1\)\n$/);
    expect(await terminal.enter('let 1 = 2')).toMatch(/^SyntaxError: Missing semicolon/);
    terminal.type('setTimeout(() => { throw new Error("thrown"); }, 1); null\n');
    await terminal.until('\nError: thrown\n');
    await terminal.until('>>> ');
    expect(await terminal.enter('1')).toBe('1\n');
  });

  test('Tab completes names and properties', async () => {
    terminal.type('asyncio.create_ta\t');
    await terminal.until('asyncio.create_task');
    expect(await terminal.enter('')).toBe('[Function: create_task]\n');
    terminal.type('JSON.parse.na\t');
    await terminal.until('JSON.parse.name');
    expect(await terminal.enter('')).toBe("'parse'\n");
    await terminal.enter('someName = 1');
    terminal.type('someNa\t');
    await terminal.until('someName');
    expect(await terminal.enter('')).toBe('1\n');
  });

  test('what is typed ahead waits for its turn', async () => {
    terminal.type('await asyncio.sleep(0.05, "first")\nasync function g() {\nreturn "second" }\nawait g()\n');
    await terminal.until("'first'\n");
    expect(await terminal.until("'second'\n")).not.toMatch(/Error/);
  });

  test('the next session remembers', async () => {
    await terminal.enter('"remembered"');
    terminal.type(CONTROL_D);
    await terminal.ended();
    expect(readFileSync(history, 'utf8')).toContain('"remembered"');
    await open();
    terminal.type('\u001b[A');
    await terminal.until('"remembered"');
    expect(await terminal.enter('')).toBe("'remembered'\n");
  });

  test('Ctrl-D ends, with a task left over', async () => {
    await terminal.enter('task = asyncio.create_task(asyncio.sleep(1000))');
    terminal.type(CONTROL_D);
    await terminal.until('\nexiting asyncio REPL...\n');
    expect(await terminal.ended()).toBe(0);
  });

  test.each([
    ['exit()', 0],
    ['quit', 0],
    ['throw new asyncio.SystemExit(3)', 3],
    ['async function f() { throw new asyncio.SystemExit(4); } await f()', 4],
  ])('%s ends', async (line, code) => {
    terminal.type(`${line}\n`);
    await terminal.until('exiting asyncio REPL...\n');
    expect(await terminal.ended()).toBe(code);
  });
});
