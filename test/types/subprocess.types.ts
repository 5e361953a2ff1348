/** Child processes, pipes and signals. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const { PIPE, STDOUT } = asyncio.subprocess;
const loop = asyncio.new_event_loop();

// what starts a child takes its arguments, and then the keywords; nothing is started here
expectTypeOf(() => asyncio.create_subprocess_exec('true')).returns.toEqualTypeOf<
  asyncio.Coroutine<asyncio.subprocess.Process>
>();
void (() => asyncio.create_subprocess_exec('sort', '-r', { stdin: PIPE, stdout: PIPE, stderr: STDOUT, limit: 100 }));
void (() => asyncio.create_subprocess_exec('true', { stdin: 0, stdout: { fd: 1 }, stderr: { fileno: () => 2 } }));
void (() => asyncio.create_subprocess_exec('true', { cwd: '/', env: { A: 'b' }, start_new_session: true }));
// @ts-expect-error An argument is a text.
void (() => asyncio.create_subprocess_exec('sleep', 60));
// @ts-expect-error A program is needed.
void (() => asyncio.create_subprocess_exec());
void (() => asyncio.create_subprocess_shell('true', { stdout: PIPE }));
void (() => asyncio.create_subprocess_shell('true', PIPE, PIPE, STDOUT, 100));
void (() => asyncio.create_subprocess_shell({ cmd: 'true', stdout: PIPE }));
// @ts-expect-error The shell takes one text.
void (() => asyncio.create_subprocess_shell(['true']));

// a process has streams where there are pipes
expectTypeOf<asyncio.subprocess.Process>().toHaveProperty('stdin').toEqualTypeOf<asyncio.StreamWriter | null>();
expectTypeOf<asyncio.subprocess.Process>().toHaveProperty('stdout').toEqualTypeOf<asyncio.StreamReader | null>();
expectTypeOf<asyncio.subprocess.Process['returncode']>().toEqualTypeOf<number | null>();
expectTypeOf<asyncio.subprocess.Process['wait']>().returns.toEqualTypeOf<asyncio.Coroutine<number>>();
expectTypeOf<asyncio.subprocess.Process['communicate']>().returns.toEqualTypeOf<
  asyncio.Coroutine<[stdout: Uint8Array | null, stderr: Uint8Array | null]>
>();

// the loop gives the protocol that the factory makes
class Own extends asyncio.SubprocessProtocol {
  readonly name: string = 'own';
}
expectTypeOf(() => loop.subprocess_exec(Own, 'true', '-x', { stdin: null })).returns.toEqualTypeOf<
  asyncio.Coroutine<[transport: asyncio.SubprocessTransport, protocol: Own]>
>();
class Reading extends asyncio.Protocol {
  readonly name: string = 'reading';
}
expectTypeOf(() => loop.connect_read_pipe(Reading, { fd: 0 })).returns.toEqualTypeOf<
  asyncio.Coroutine<[transport: asyncio.ReadTransport, protocol: Reading]>
>();
expectTypeOf(() => loop.connect_write_pipe(Reading, 1)).returns.toEqualTypeOf<
  asyncio.Coroutine<[transport: asyncio.WriteTransport, protocol: Reading]>
>();

// a handler of a signal takes the arguments that come with it
void (() => loop.add_signal_handler('SIGTERM', (a: number) => a, 1));
void (() => loop.add_signal_handler(15, () => undefined));
expectTypeOf(() => loop.remove_signal_handler(15)).returns.toEqualTypeOf<boolean>();
