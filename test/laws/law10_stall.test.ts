/** Law 10. No silent stall: a loop that can never go on says so. */
import { spawnSync } from 'node:child_process';
import { childProgram } from '../support/child';
import { inEveryStyle } from '../support/styles';
import * as asyncio from 'asyncio-ts';

inEveryStyle('law 10: no silent stall', (kit) => {
  test('with a real clock the process warns of the waiting tasks, and exits with code 13', () => {
    const main =
      kit.style === 'wrapped'
        ? 'asyncio.coroutine(async function main() { await asyncio.get_running_loop().create_future(); })'
        : 'asyncio.coroutine(function* main() { yield* asyncio.get_running_loop().create_future(); })';
    const file = childProgram(`
      const main = ${main};
      asyncio.run(main(), { debug: ${String(kit.debug)} }).then(() => console.log('ended'));`);
    const result = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/RuntimeWarning: the event loop waits for something that can never happen/);
    expect(result.stderr).toMatch(/<Task pending name='Task-1' coro=<main\(\) running> wait_for=<Future pending/);
    expect(result.status).toBe(13);
  });

  test('with a virtual clock the run fails with an error that names the waiting tasks', async () => {
    const main = kit.coroutine(
      async () => {
        await asyncio.sleep(5);
        await asyncio.get_running_loop().create_future();
      },
      function* () {
        yield* asyncio.sleep(5);
        yield* asyncio.get_running_loop().create_future();
      },
      'stuck',
    );
    const run = kit.loop().run_until_complete(main());
    await expect(run).rejects.toThrow(/can never happen.*coro=<stuck\(\) running> wait_for=<Future pending/s);
  });
});
