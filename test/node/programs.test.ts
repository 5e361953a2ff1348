/** Programs with workers: when they end, and what they say then. */
import { spawnSync } from 'node:child_process';
import { childProgram } from '../support/child';
import { PATIENCE } from '../support/workers';

jest.setTimeout(2 * PATIENCE);

function run(source: string): { stdout: string; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [childProgram(source)], {
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  return { stdout, stderr, status };
}

const ENDED_WELL = { stderr: '', status: 0 };

test('an import of the library loads neither the pool nor threads', () => {
  const program = 'console.log(Object.keys(require.cache).filter((file) => /piscina/.test(file)).length);';
  expect(run(program)).toEqual({ stdout: '0\n', ...ENDED_WELL });
});

test.each(['ThreadPoolExecutor', 'ProcessPoolExecutor'])(
  'idle workers of a %s that nobody shuts down let the process end',
  (name) => {
    const program = `
      const pool = new asyncio.concurrent.${name}(2);
      pool.submit(Math.max, 1, 2).result().then((value) => console.log(value));`;
    expect(run(program)).toEqual({ stdout: '2\n', ...ENDED_WELL });
  },
);

test.each(['ThreadPoolExecutor', 'ProcessPoolExecutor'])('the process waits for what was submitted to a %s', (name) => {
  const program = `
    const pool = new asyncio.concurrent.${name}(1);
    for (const text of ['first', 'second']) pool.submit((x) => console.log(x), text);
    void pool.shutdown(false);`;
  expect(run(program)).toEqual({ stdout: 'first\nsecond\n', ...ENDED_WELL });
});

test('no work is taken when the process ends', () => {
  const program = `
    const pool = new asyncio.concurrent.ThreadPoolExecutor(1);
    process.on('exit', () => {
      try {
        pool.submit(Math.max);
      } catch (error) {
        console.log(asyncio.repr(error));
      }
    });`;
  const text = "RuntimeError('cannot schedule new futures after interpreter shutdown')\n";
  expect(run(program)).toEqual({ stdout: text, ...ENDED_WELL });
});

test('a loop that waits only for a worker is not stalled: law 10', () => {
  const program = `
    const cells = new Int32Array(new SharedArrayBuffer(4));
    const block = (shared) => Atomics.wait(shared, 0, 0, 50);
    const main = asyncio.coroutine(async () => {
      console.log(await asyncio.to_thread(block, cells));
      await asyncio.get_running_loop().create_future();
    });
    void asyncio.run(main());`;
  const { stdout, stderr, status } = run(program);
  expect([stdout, status]).toEqual(['timed-out\n', 13]);
  expect(stderr).toMatch(/RuntimeWarning: the event loop waits for something that can never happen/);
});

test('asyncio.run ends the threads of the default executor', () => {
  const program = `
    const main = asyncio.coroutine(async () => {
      await asyncio.gather(...[1, 2, 3].map((x) => asyncio.to_thread((y) => y, x)));
      await asyncio.gather(asyncio.to_thread((x) => console.log(x), 'written'));
    });
    const threads = () => process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name)).length;
    asyncio.run(main()).then(() => console.log(threads()));`;
  expect(run(program)).toEqual({ stdout: 'written\n0\n', ...ENDED_WELL });
});

test('an executor that is forgotten ends its threads', () => {
  const program = `
    require('node:v8').setFlagsFromString('--expose-gc');
    const gc = require('node:vm').runInNewContext('gc');
    const { ThreadPoolExecutor } = asyncio.concurrent;
    const threads = new Set();
    process.on('worker', (worker) => {
      threads.add(worker);
      worker.on('exit', () => threads.delete(worker));
    });
    async function forget() {
      await new ThreadPoolExecutor(1).submit(Math.max, 1).result();
    }
    forget().then(async () => {
      console.log(threads.size);
      while (threads.size > 0) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      console.log(threads.size);
    });`;
  expect(run(program)).toEqual({ stdout: '1\n0\n', ...ENDED_WELL });
});

test('a module that begins the program guards itself by is_worker', () => {
  const program = `
    const { importable, is_worker } = asyncio.concurrent;
    const work = importable(__filename, function work(x) { return x * 2; });
    const main = asyncio.coroutine(async () => {
      console.log(await asyncio.to_thread(work, 21));
    });
    if (!is_worker()) void asyncio.run(main());`;
  expect(run(program)).toEqual({ stdout: '42\n', ...ENDED_WELL });
});

test('processes go when the process that has made them is killed', () => {
  const program = `
    const pool = new asyncio.concurrent.ProcessPoolExecutor(1);
    pool.submit(() => process.pid).result().then((pid) => {
      require('node:fs').writeSync(1, String(pid));
      process.kill(process.pid, 'SIGKILL');
    });`;
  const { stdout } = run(program);
  const isAlive = (): boolean => {
    try {
      return process.kill(Number(stdout), 0);
    } catch {
      return false;
    }
  };
  const deadline = Date.now() + PATIENCE;
  while (isAlive() && Date.now() < deadline) spawnSync(process.execPath, ['-e', '']);
  expect(isAlive()).toBe(false);
});
