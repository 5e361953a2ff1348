import { writeFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { attemptAwait, bytes, type Trace } from './kit';

const { STDOUT } = asyncio.subprocess;

/** Calls without regard to types. */
type Any = (...args: unknown[]) => asyncio.Coroutine<unknown>;

export const main = asyncio.coroutine(function* (trace: Trace, folder: string) {
  const loop = asyncio.get_running_loop();
  const script = `${folder}/script`;
  writeFileSync(script, 'text');

  function* attempt(label: string, ...command: unknown[]): asyncio.Gen<void> {
    try {
      const create = asyncio.create_subprocess_exec as Any;
      const process = (yield* create(...command)) as asyncio.subprocess.Process;
      trace(label, yield* process.wait());
    } catch (error) {
      const { filename = null, errno = null } = error as asyncio.OSError;
      trace(label, error, asyncio.str(error), filename, errno);
    }
  }

  yield* attempt('no program', 'there-is-no-such-program');
  yield* attempt('no program at', './nowhere/program', 'argument');
  yield* attempt('no name', '');
  yield* attempt('not to be run', script);
  yield* attempt('a folder', folder);
  yield* attempt('no folder', 'true', { cwd: `${folder}/nowhere` });
  yield* attempt('not a folder', 'true', { cwd: script });
  yield* attempt('another program', 'true', { executable: 'there-is-no-such-program' });
  yield* attempt('a number', 5);
  yield* attempt('a number', 'true', 5);
  yield* attempt('none', 'true', null);
  yield* attempt('bytes', bytes('true'), bytes('argument'));
  yield* attempt('null', 'true', 'a\0b');
  yield* attempt('null', 'tr\0ue');
  yield* attempt('env', 'true', { env: { A: 1 } });
  yield* attempt('env', 'true', { env: { 'A=B': '1' } });
  yield* attempt('env', 'true', { env: { A: '1\0' } });
  yield* attempt('env', 'true', { env: 5 });
  yield* attempt('env', '/bin/sh', '-c', 'exit $CODE', { env: { CODE: '7' } });
  for (const keywords of [
    ...[{ universal_newlines: true }, { shell: true }, { bufsize: 1 }, { text: true }, { encoding: 'utf-8' }],
    ...[{ errors: 'strict' }, { unknown: 1 }, { stdout: STDOUT }, { stdin: STDOUT }, { stdin: -9 }, { stdin: 987 }],
    ...[{ stdin: 'x' }, { stderr: STDOUT }, { startupinfo: 1 }, { creationflags: 1 }, { pass_fds: [987] }],
    ...[{ pass_fds: [-1] }, { pass_fds: 5 }, { user: -1 }, { user: 1.5 }, { group: -1 }, { group: 1.5 }],
    ...[{ extra_groups: 'x' }, { pipesize: 'x' }, { start_new_session: true }, { cwd: 5 }, { executable: 5 }],
    { close_fds: true, restore_signals: true, umask: -1, pipesize: -1, process_group: null },
  ]) {
    yield* attempt(asyncio.repr(keywords), 'true', keywords);
  }

  function* shell(label: string, ...args: unknown[]): asyncio.Gen<void> {
    const start = loop.subprocess_shell.bind(loop) as Any;
    yield* attemptAwait(trace, label, () => start(asyncio.SubprocessProtocol, ...args));
  }

  yield* shell('a number', 5);
  yield* shell('null', 'a\0');
  yield* shell('no shell', 'true', { shell: false });
  yield* shell('bufsize', 'true', { bufsize: 1 });
  yield* shell('two', 'true', 'false');
  yield* shell('none');
  const exec = loop.subprocess_exec.bind(loop) as Any;
  yield* attemptAwait(trace, 'exec', () => exec(asyncio.SubprocessProtocol));
  yield* attemptAwait(trace, 'create', () => (asyncio.create_subprocess_shell as Any)());
  yield* attemptAwait(trace, 'create', () => (asyncio.create_subprocess_exec as Any)());

  const failing = (): never => {
    throw new asyncio.ValueError('no protocol');
  };
  yield* attemptAwait(trace, 'factory', () => exec(failing, 'there-is-no-such-program'));
  return null;
});
