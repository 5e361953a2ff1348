/** Child processes where CPython has nothing to compare with, or only by looking at the system. */
import { readdirSync, readFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, recordLogs, recordWarnings, settled } from '../support/outcomes';

failOnNoise();
jest.setTimeout(60_000);

const { DEVNULL, PIPE, STDOUT } = asyncio.subprocess;
const bytes = (text: string): Uint8Array => Buffer.from(text);
const descriptors = (): number => readdirSync('/proc/self/fd').length;
const children = (): string => readFileSync(`/proc/self/task/${String(process.pid)}/children`, 'utf8').trim();

/** Writes and reads by several awaits, tells of each of them, and leaves nothing behind. */
const conversation = asyncio.coroutine(function* (options: asyncio.CreateSubprocessOptions, reached: () => void) {
  reached();
  const child = yield* asyncio.create_subprocess_exec('cat', { stdin: PIPE, stdout: PIPE, ...options });
  try {
    child.stdin?.write(bytes('one\n'));
    reached();
    yield* child.stdout!.readline();
    child.stdin?.write(new Uint8Array(3_000_000));
    reached();
    // Nobody reads what comes back.
    yield* asyncio.wait_for(child.stdin!.drain(), 0.01);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    reached();
    yield* child.communicate(bytes('two\n'));
    reached();
    yield* child.wait();
  } finally {
    if (child.returncode === null) child.kill();
    reached();
    // Only who reads to the end sees the end.
    yield* child.communicate();
  }
});

test.each([
  ['two pipes', {}],
  ['three pipes', { stderr: PIPE }],
  ['a pipe for output and errors', { stderr: STDOUT }],
])('a conversation with %s, cancelled at any await, leaves no descriptor and no child', async (_, options) => {
  const main = asyncio.coroutine(function* () {
    let awaits = 0;
    yield* conversation(options, () => {
      awaits += 1;
    });
    expect(awaits).toBe(6);
    const [before, family] = [descriptors(), children()];
    for (let last = 1; last <= awaits; last++) {
      let left = last;
      const task = asyncio.create_task(
        conversation(options, () => {
          left -= 1;
        }),
      );
      while (left > 0) yield* asyncio.sleep(0.001);
      task.cancel();
      yield* asyncio.gather(task, { return_exceptions: true });
    }
    for (let turns = 0; turns < 200 && descriptors() > before; turns++) yield* asyncio.sleep(0.01);
    expect(descriptors()).toBe(before);
    expect(children()).toBe(family);
  });
  await asyncio.run(main());
});

test('a loop that is closed ends the children that it has', async () => {
  const start = asyncio.coroutine(function* () {
    return (yield* asyncio.create_subprocess_exec('sleep', '60', { stdin: PIPE })).pid;
  });
  const pid = await asyncio.run(start());
  while (children().includes(String(pid))) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(descriptors()).toBeGreaterThan(0);
});

test('in debug mode it says so', async () => {
  const warnings = recordWarnings();
  const logs = recordLogs();
  const start = asyncio.coroutine(function* () {
    asyncio.get_running_loop().slow_callback_duration = 60;
    yield* asyncio.create_subprocess_exec('sleep', '60');
  });
  await asyncio.run(start(), { debug: true });
  const running = expect.stringMatching(/<_UnixSubprocessTransport pid=\d+ running>$/) as string;
  expect(warnings).toEqual([running]);
  expect(warnings[0]).toContain('ResourceWarning: unclosed transport');
  expect(logs.map(({ levelname, message }) => `${levelname} ${message.replace(/\d+/g, 'N')}`)).toEqual([
    "DEBUG execute program 'sleep'",
    "DEBUG process 'sleep' created: pid N",
    "INFO execute program 'sleep': <_UnixSubprocessTransport pid=N running>",
    'DEBUG Close <SelectorEventLoop running=False closed=False debug=True>',
    'WARNING Close running child process: kill <_UnixSubprocessTransport closed pid=N running>',
  ]);
});

test('the log of a conversation is that of CPython', async () => {
  const logs = recordLogs();
  const main = asyncio.coroutine(function* () {
    asyncio.get_running_loop().slow_callback_duration = 60;
    const child = yield* asyncio.create_subprocess_exec('cat', { stdin: PIPE, stdout: PIPE, stderr: DEVNULL });
    yield* child.communicate(bytes('abc'));
  });
  await asyncio.run(main(), { debug: true });
  const pipes = 'stdin=<_UnixWritePipeTransport fd=N idle bufsize=N> stdout=<_UnixReadPipeTransport fd=N polling>';
  const [write, read] = ['<_UnixWritePipeTransport fd=N idle bufsize=N>', '<_UnixReadPipeTransport fd=N polling>'];
  const messages = logs.map(({ message }) => message.replace(/\d+/g, 'N'));
  // The system says in any order that the child has ended, and that its pipes are closed.
  const isExit = (message: string): boolean =>
    /^<_UnixSubprocessTransport pid=N running .*> exited with return code N$/.test(message);
  expect(messages.filter(isExit)).toHaveLength(1);
  expect(messages.filter((message) => !isExit(message))).toEqual([
    "execute program 'cat' stdin=<pipe> stdout=<pipe> stderr=-N",
    "process 'cat' created: pid N",
    `Write pipe N connected: (${write}, <WriteSubprocessPipeProto fd=N pipe=${write}>)`,
    `Read pipe N connected: (${read}, <ReadSubprocessPipeProto fd=N pipe=${read}>)`,
    `execute program 'cat': <_UnixSubprocessTransport pid=N running ${pipes}>`,
    '<Process N> communicate: feed stdin (N bytes)',
    '<Process N> communicate: close stdin',
    '<Process N> communicate: read stdout',
    `${read} was closed by peer`,
    '<Process N> communicate: close stdout',
    'Close <SelectorEventLoop running=False closed=False debug=True>',
  ]);
});

test.each([
  [{ preexec_fn: () => undefined }, 'preexec_fn: no JavaScript can run between a program and its child'],
  [{ close_fds: false }, 'close_fds: a child of Node gets only the descriptors that are given to it'],
  [{ restore_signals: false }, 'restore_signals: a child of Node begins with the usual signals'],
  [{ extra_groups: [] }, 'extra_groups: Node sets no further groups of a child'],
  [{ umask: 0o77 }, 'umask: Node sets no umask of a child; a shell can, `umask 077; exec program`'],
  [{ process_group: 0 }, 'process_group: Node has start_new_session only'],
  [{ pipesize: 4096 }, 'pipesize: Node makes pipes of one size only'],
  [{ user: 'root' }, 'user: Node knows them by numbers only'],
  [{ group: 'root' }, 'group: Node knows them by numbers only'],
])('what Node can not do is refused: %o', async (keywords, reason) => {
  const main = asyncio.coroutine(function* () {
    yield* asyncio.create_subprocess_exec('true', keywords as asyncio.CreateSubprocessOptions);
  });
  expect(await settled(asyncio.run(main()))).toBe(`NotImplementedError: ${reason}`);
});

test('a child may run as somebody, in a session of its own, with streams of this program', async () => {
  const main = asyncio.coroutine(function* () {
    const options = { stdout: PIPE, user: process.getuid?.(), group: process.getgid?.(), start_new_session: true };
    const child = yield* asyncio.create_subprocess_shell('id -u; id -g; cut -d" " -f6 /proc/$$/stat', options);
    const [output] = yield* child.communicate();
    const more = yield* asyncio.create_subprocess_exec('true', {
      env: new Map([['A', 'b']]) as unknown as Record<string, string>,
      stdin: DEVNULL,
      stderr: process.stderr,
    });
    return [Buffer.from(output ?? []).toString(), child.pid, yield* more.wait()] as const;
  });
  const [text, pid, code] = await asyncio.run(main());
  expect(text).toBe(`${String(process.getuid?.())}\n${String(process.getgid?.())}\n${String(pid)}\n`);
  expect(code).toBe(0);
});

test('the transport of a child gives its parts', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const factory = (): asyncio.SubprocessProtocol => new asyncio.subprocess.SubprocessStreamProtocol(10, loop);
    const [transport, protocol] = yield* loop.subprocess_exec(factory, 'cat');
    const child = transport.get_extra_info('subprocess') as { pid: number };
    expect(child.pid).toBe(transport.get_pid());
    expect(transport.get_pipe_transport(3)).toBeNull();
    expect(transport.get_pipe_transport(0)?.get_extra_info('pipe')).not.toBeNull();
    expect(transport.get_protocol()).toBe(protocol);
    const other = new asyncio.SubprocessProtocol();
    transport.set_protocol(other);
    expect(transport.get_protocol()).toBe(other);
    expect(() => {
      transport.send_signal('SIGNOTHING');
    }).toThrow("'str' object cannot be interpreted as an integer");
    transport.send_signal('SIGKILL');
    while (transport.get_protocol() !== null) yield* asyncio.sleep(0.005);
    expect(transport.get_returncode()).toBe(-9);
  });
  await asyncio.run(main());
});

test('a process of a transport and a protocol of the program is one like any other', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const protocol_factory = (): asyncio.subprocess.SubprocessStreamProtocol =>
      new asyncio.subprocess.SubprocessStreamProtocol(65536, loop);
    const [transport, protocol] = yield* loop.subprocess_shell({ protocol_factory, cmd: 'cat; exit 3', stderr: null });
    const child = new asyncio.subprocess.Process(transport, protocol, loop);
    const [stdout, stderr] = yield* child.communicate({ input: bytes('hello') });
    expect([Buffer.from(stdout ?? []).toString(), stderr, child.returncode, child.pid]).toEqual([
      'hello',
      null,
      3,
      transport.get_pid(),
    ]);
    transport.close();
  });
  await asyncio.run(main());
});

test('transports of children and pipes take their arguments by keyword, and refuse others in the words of CPython', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [transport] = yield* loop.subprocess_exec(asyncio.SubprocessProtocol, 'cat');
    const [stdin, stdout] = [transport.get_pipe_transport({ fd: 0 }), transport.get_pipe_transport(1)];
    const said = [
      ...['set_protocol', 'get_pipe_transport', 'send_signal'].map((name) => calling(transport, name, { x: 1 })),
      ...['set_protocol', 'write', 'writelines'].map((name) => calling(stdin!, name, { x: 1 })),
      calling(stdout!, 'set_protocol', { x: 1 }),
    ];
    transport.send_signal({ signal: 'SIGTERM' });
    transport.close();
    return said;
  });
  expect(await asyncio.run(main())).toEqual(
    [
      ...['set_protocol', 'get_pipe_transport', 'send_signal'].map((name) => `BaseSubprocessTransport.${name}`),
      ...['_UnixWritePipeTransport.set_protocol', '_UnixWritePipeTransport.write', 'WriteTransport.writelines'],
      '_UnixReadPipeTransport.set_protocol',
    ].map((name) => `TypeError: ${name}() got an unexpected keyword argument 'x'`),
  );
});
