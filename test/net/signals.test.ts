/** Signals where CPython has nothing to compare with. What it has is in `conformance/network/signals`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as asyncio from 'asyncio-ts';
import { setNetwork } from '#asyncio/host/network_registry';
import { nodeNetwork } from '#asyncio/node/network';
import { childProgram } from '../support/child';
import { failOnNoise, outcome } from '../support/outcomes';
import { hearSignals } from '../support/signals';

failOnNoise();
hearSignals();

/** Runs a program, sends it a signal when it says that it is ready, and gives what it printed and how it ended. */
async function signalled(source: string, signal: NodeJS.Signals | null): Promise<[text: string, code: unknown]> {
  const child = spawn(process.execPath, [childProgram(source)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (signal !== null && text.endsWith('ready\n')) child.kill(signal);
    });
  }
  const [code, killed] = (await once(child, 'close')) as [number | null, string | null];
  return [text, code ?? killed];
}

test('a loop with a handler waits for the signal, although there is nothing else', async () => {
  const program = `
    const loop = asyncio.new_event_loop();
    loop.add_signal_handler('SIGUSR2', () => { console.log('stopped'); loop.stop(); });
    loop.call_soon(() => console.log('ready'));
    loop.run_forever().then(() => loop.close());
  `;
  expect(await signalled(program, 'SIGUSR2')).toEqual(['ready\nstopped\n', 0]);
}, 60_000);

test('a handler alone keeps no process alive whose loop does not run', async () => {
  const program = `
    const loop = asyncio.new_event_loop();
    loop.add_signal_handler('SIGUSR2', () => undefined);
    loop.run_until_complete(asyncio.sleep(0)).then(() => console.log('done'));
  `;
  expect(await signalled(program, null)).toEqual(['done\n', 0]);
}, 60_000);

test('what the system does comes back when the handler is removed', async () => {
  const program = `
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      loop.add_signal_handler('SIGUSR2', () => undefined);
      loop.remove_signal_handler('SIGUSR2');
      console.log('ready');
      yield* asyncio.sleep(60);
    });
    asyncio.run(main());
  `;
  expect(await signalled(program, 'SIGUSR2')).toEqual(['ready\n', 'SIGUSR2']);
}, 60_000);

test('a loop that is closed has removed its handlers', () => {
  const loop = asyncio.new_event_loop();
  loop.add_signal_handler('SIGUSR2', () => undefined);
  loop.add_signal_handler('SIGHUP', () => undefined);
  expect([process.listenerCount('SIGUSR2'), process.listenerCount('SIGHUP')]).toEqual([1, 1]);
  loop.close();
  expect([process.listenerCount('SIGUSR2'), process.listenerCount('SIGHUP')]).toEqual([0, 0]);
});

test('each loop has handlers of its own', async () => {
  const calls: string[] = [];
  const waits = asyncio.coroutine(function* (name: string) {
    const loop = asyncio.get_running_loop();
    const called = loop.create_future<null>();
    loop.add_signal_handler('SIGUSR2', () => {
      calls.push(name);
      called.set_result(null);
    });
    if (process.listenerCount('SIGUSR2') === 2) process.kill(process.pid, 'SIGUSR2');
    yield* called;
  });
  await Promise.all([asyncio.run(waits('one')), asyncio.run(waits('two'))]);
  expect(calls.sort()).toEqual(['one', 'two']);
});

test('a signal without a name is one that Node does not get', () => {
  const loop = asyncio.new_event_loop();
  expect(outcome(() => loop.add_signal_handler(34, () => undefined))).toBe(
    'NotImplementedError: Node gets no signals that have no name',
  );
  loop.close();
});

test('a thread that is not the main one gets no signals', async () => {
  const program = childProgram(`
    const { parentPort } = require('node:worker_threads');
    const loop = asyncio.new_event_loop();
    try {
      loop.add_signal_handler('SIGUSR2', () => undefined);
    } catch (error) {
      parentPort.postMessage(asyncio.repr(error));
    }
    loop.close();
  `);
  const [text] = (await once(new Worker(program), 'message')) as [string];
  expect(text).toBe("RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')");
}, 60_000);

test('a platform without processes and signals says why', async () => {
  const none = { pipes: null, processes: null, signals: null };
  setNetwork(() => ({ ...nodeNetwork, ...none, reason: 'there are none here' }));
  const loop = asyncio.new_event_loop();
  try {
    const refused = 'NotImplementedError: there are none here';
    expect(outcome(() => loop.add_signal_handler(15, () => undefined))).toBe(refused);
    expect(outcome(() => loop.remove_signal_handler(15))).toBe(refused);
    for (const start of [
      () => loop.subprocess_exec(asyncio.SubprocessProtocol, 'true'),
      () => loop.subprocess_shell(asyncio.SubprocessProtocol, 'true'),
      () => loop.connect_read_pipe(asyncio.Protocol, 0),
      () => loop.connect_write_pipe(asyncio.Protocol, 1),
    ]) {
      await expect(loop.run_until_complete<unknown>(start())).rejects.toThrow('there are none here');
    }
  } finally {
    setNetwork(() => nodeNetwork);
    loop.close();
  }
});
