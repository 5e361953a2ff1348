import { closeSync, openSync, readFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { attempt, attemptAwait, bytes, type Trace } from './kit';

const { DEVNULL, PIPE, STDOUT } = asyncio.subprocess;

export const main = asyncio.coroutine(function* (trace: Trace, folder: string) {
  const [run, shell] = [asyncio.create_subprocess_exec, asyncio.create_subprocess_shell];
  let process = yield* run('cat', { stdin: PIPE, stdout: PIPE, stderr: PIPE });
  trace('process', process, process.returncode, process.pid > 0);
  trace('streams', process.stdin, process.stdout, process.stderr);
  process.stdin!.write(bytes('a line\nanother\n'));
  yield* process.stdin!.drain();
  trace('line', yield* process.stdout!.readline());
  for (const sig of [1000, -1, 1.5, null]) {
    attempt(trace, `signal ${asyncio.str(sig)}`, () => {
      process.send_signal(sig as number);
    });
  }
  trace('communicate', yield* communicated(process, 'the rest'));
  trace('over', process, process.returncode, yield* process.wait(), yield* process.wait());
  trace('streams', process.stdin, process.stdout);
  for (const action of ['terminate', 'kill', 'send_signal'] as const) {
    attempt(trace, 'too late', () => {
      process[action](15);
    });
  }
  yield* process.stdin!.wait_closed();
  process.stdin!.write(bytes('in vain'));
  yield* attemptAwait(trace, 'drain', () => process.stdin!.drain());
  trace('again', yield* communicated(process, 'x'));

  process = yield* run('sleep', '60');
  trace('no pipes', process.stdin, process.stdout, process.stderr);
  process.send_signal('SIGINT');
  trace('interrupted', yield* process.wait(), yield* communicated(process), yield* communicated(process, 'x'));
  process = yield* shell('kill -9 $$');
  trace('kills itself', yield* process.wait());
  process = yield* run('sh', '-c', 'exit 300');
  trace('exit code', yield* process.wait());

  process = yield* shell("trap '' TERM; echo ready; while :; do sleep 0.05; done", { stdout: PIPE });
  yield* process.stdout!.readline();
  process.terminate();
  yield* attemptAwait(trace, 'still there', () => asyncio.wait_for(process.wait(), 0.2));
  process.kill();
  trace('gone', yield* process.wait());

  process = yield* run('cat', { stdin: PIPE, stdout: PIPE });
  yield* attemptAwait(trace, 'text', () => process.communicate('text' as unknown as Uint8Array));
  process.kill();
  yield* process.wait();
  process = yield* run('true', { stdin: PIPE, stdout: PIPE });
  trace('reads nothing', yield* communicated(process, '\0'.repeat(1000000)));
  process = yield* run('cat', { stdin: PIPE, stdout: PIPE });
  const [output, errors] = yield* process.communicate(bytes('x'.repeat(3000000)));
  trace('much', output!.length, Buffer.from(output!).equals(bytes('x'.repeat(3000000))), errors);
  process = yield* run('sh', '-c', 'echo out; echo err >&2; echo out', { stdout: PIPE, stderr: STDOUT });
  trace('one pipe', yield* communicated(process), process.stderr);
  process = yield* run('cat', { stdin: DEVNULL, stdout: PIPE });
  trace('nothing to read', yield* communicated(process));
  process = yield* shell('cat; echo "$0" "$A"; pwd', { stdin: PIPE, stdout: PIPE, cwd: folder, env: { A: 'b c' } });
  trace('shell', yield* communicated(process, 'in'));
  process = yield* run('a name', '-c', 'echo "$0"', { stdout: PIPE, executable: '/bin/sh' });
  trace('executable', yield* communicated(process));

  const file = openSync(`${folder}/file`, 'w+');
  process = yield* run('sh', '-c', 'echo to the file; echo errors >&2', { stdout: file, stderr: STDOUT });
  yield* process.wait();
  trace('file', readFileSync(`${folder}/file`));
  const again = openSync(`${folder}/file`, 'r');
  process = yield* run('cat', { stdin: { fileno: () => again }, stdout: PIPE });
  trace('from the file', yield* communicated(process));
  const command = `readlink /proc/self/fd/${String(file)}`;
  process = yield* run('sh', '-c', command, { stdout: PIPE, pass_fds: [file] });
  trace('passed', yield* communicated(process));
  process = yield* run('sh', '-c', command, { stdout: PIPE });
  trace('not passed', yield* communicated(process));
  for (const fd of [file, again]) closeSync(fd);

  process = yield* run('sh', '-c', 'echo a; exec sleep 60', { stdout: PIPE, limit: 16 });
  yield* process.stdout!.readline();
  const communicating = asyncio.create_task(process.communicate());
  yield* asyncio.sleep(0);
  communicating.cancel();
  yield* attemptAwait(trace, 'cancelled', () => communicating);
  trace('goes on', process.returncode);
  process.kill();
  trace('killed', process.returncode);
  process._transport.close();
  trace('end', yield* process.wait());

  process = yield* run('sh', '-c', 'printf %100s x', { stdout: PIPE, limit: 16 });
  yield* attemptAwait(trace, 'limit', () => process.stdout!.readline());
  trace('rest', yield* communicated(process));
  process = yield* run('sleep', '60');
  const waiting = asyncio.create_task(process.wait());
  yield* asyncio.sleep(0);
  waiting.cancel();
  yield* attemptAwait(trace, 'wait', () => waiting);
  process.kill();
  trace('waits', yield* asyncio.gather(process.wait(), process.wait()));

  const starting = asyncio.create_task(run('sleep', '60', { stdout: PIPE }));
  yield* asyncio.sleep(0);
  starting.cancel();
  yield* attemptAwait(trace, 'start', () => starting);
  return null;
});

/** Python gives a tuple. */
function* communicated(process: asyncio.subprocess.Process, input?: string): asyncio.Gen<unknown> {
  return yield* process.communicate(input === undefined ? null : bytes(input));
}
