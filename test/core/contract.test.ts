/** How the methods of loops are called: what CPython says of wrong arguments, and when. */
import * as asyncio from 'asyncio-ts';
import { IO_COROUTINES } from '#asyncio/core/contract/io_signatures';
import { calling, failOnNoise, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

let loops: Readonly<Record<string, asyncio.AbstractEventLoop>>;
let opened: asyncio.BaseEventLoop[];
beforeEach(() => {
  opened = [new asyncio.EventLoop(), virtualLoop()];
  const [platform, base] = opened as [asyncio.EventLoop, asyncio.BaseEventLoop];
  loops = { platform, base, contract: new asyncio.AbstractEventLoop() };
});
afterEach(() => {
  for (const loop of opened) loop.close();
});
failOnNoise();

const { iscoroutinefunction } = asyncio.inspect;

type Name = 'platform' | 'base' | 'contract';
const loopOf = (name: Name): asyncio.AbstractEventLoop => loops[name]!;

/** The classes that CPython names: of the platform's loop, of the base loop, of the contract. */
const OWNERS: readonly (readonly [
  classes: readonly [string, string, string],
  methods: Readonly<Record<string, string>>,
])[] = [
  [
    ['BaseEventLoop', 'BaseEventLoop', 'AbstractEventLoop'],
    {
      connect_accepted_socket: "2 required positional arguments: 'protocol_factory' and 'sock'",
      connect_read_pipe: "2 required positional arguments: 'protocol_factory' and 'pipe'",
      connect_write_pipe: "2 required positional arguments: 'protocol_factory' and 'pipe'",
      create_connection: "1 required positional argument: 'protocol_factory'",
      create_datagram_endpoint: "1 required positional argument: 'protocol_factory'",
      create_server: "1 required positional argument: 'protocol_factory'",
      getaddrinfo: "2 required positional arguments: 'host' and 'port'",
      getnameinfo: "1 required positional argument: 'sockaddr'",
      sendfile: "2 required positional arguments: 'transport' and 'file'",
      sock_sendfile: "2 required positional arguments: 'sock' and 'file'",
      start_tls: "3 required positional arguments: 'transport', 'protocol', and 'sslcontext'",
      subprocess_shell: "2 required positional arguments: 'protocol_factory' and 'cmd'",
    },
  ],
  [
    ['BaseSelectorEventLoop', 'AbstractEventLoop', 'AbstractEventLoop'],
    {
      add_reader: "2 required positional arguments: 'fd' and 'callback'",
      add_writer: "2 required positional arguments: 'fd' and 'callback'",
      remove_reader: "1 required positional argument: 'fd'",
      remove_writer: "1 required positional argument: 'fd'",
      sock_accept: "1 required positional argument: 'sock'",
      sock_connect: "2 required positional arguments: 'sock' and 'address'",
      sock_recv_into: "2 required positional arguments: 'sock' and 'buf'",
      sock_recvfrom: "2 required positional arguments: 'sock' and 'bufsize'",
      sock_recvfrom_into: "2 required positional arguments: 'sock' and 'buf'",
      sock_sendall: "2 required positional arguments: 'sock' and 'data'",
      sock_sendto: "3 required positional arguments: 'sock', 'data', and 'address'",
    },
  ],
  [
    ['_UnixSelectorEventLoop', 'AbstractEventLoop', 'AbstractEventLoop'],
    {
      add_signal_handler: "2 required positional arguments: 'sig' and 'callback'",
      create_unix_connection: "1 required positional argument: 'protocol_factory'",
      create_unix_server: "1 required positional argument: 'protocol_factory'",
      remove_signal_handler: "1 required positional argument: 'sig'",
    },
  ],
];
const METHODS = OWNERS.flatMap(([classes, methods]) =>
  Object.entries(methods).map(([method, missing]) => [method, classes, missing] as const),
);

test.each(METHODS)('%s says at the call what is missing', (method, classes, missing) => {
  const said = (['platform', 'base', 'contract'] as const).map((name) => calling(loopOf(name), method));
  expect(said).toEqual(classes.map((owner) => `TypeError: ${owner}.${method}() missing ${missing}`));
});

test('where the contract has other parameters than the loops it says so', () => {
  const said = (method: string, ...args: unknown[]): string[] =>
    (['platform', 'contract'] as const).map((name) => calling(loopOf(name), method, ...args));
  expect(said('sock_recv')).toEqual([
    "TypeError: BaseSelectorEventLoop.sock_recv() missing 2 required positional arguments: 'sock' and 'n'",
    "TypeError: AbstractEventLoop.sock_recv() missing 2 required positional arguments: 'sock' and 'nbytes'",
  ]);
  expect(said('subprocess_exec')).toEqual([
    "TypeError: BaseEventLoop.subprocess_exec() missing 2 required positional arguments: 'protocol_factory' and 'program'",
    "TypeError: AbstractEventLoop.subprocess_exec() missing 1 required positional argument: 'protocol_factory'",
  ]);
  const contract = loopOf('contract');
  expect(calling(contract, 'create_connection', null, { all_errors: true })).toBe(
    "TypeError: AbstractEventLoop.create_connection() got an unexpected keyword argument 'all_errors'",
  );
  expect(calling(loopOf('platform'), 'create_datagram_endpoint', null, { reuse_address: true })).toBe(
    "TypeError: BaseEventLoop.create_datagram_endpoint() got an unexpected keyword argument 'reuse_address'",
  );
});

test('a keyword that nobody knows, and an argument that is given twice, are refused at the call', () => {
  const create = (...args: unknown[]): string => calling(loopOf('platform'), 'create_connection', ...args);
  expect(create(asyncio.Protocol, { x: 1 })).toBe(
    "TypeError: BaseEventLoop.create_connection() got an unexpected keyword argument 'x'",
  );
  expect(create(asyncio.Protocol, 'localhost', { host: 'localhost' })).toBe(
    "TypeError: BaseEventLoop.create_connection() got multiple values for argument 'host'",
  );
  expect(create(asyncio.Protocol, 'localhost', 80, 1)).toBe(
    'TypeError: BaseEventLoop.create_connection() takes from 2 to 4 positional arguments but 5 were given',
  );
});

test('what the values are comes out at the first step', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const connecting = loop.create_connection(asyncio.Protocol);
    expect(asyncio.repr(connecting)).toMatch(/^<coroutine object BaseEventLoop\.create_connection at /);
    return yield* connecting;
  });
  expect(await settled(asyncio.run(main()))).toBe('ValueError: host and port was not specified and no sock specified');
});

test.each(['base', 'contract'] as const)('a coroutine function of the %s raises at the first step', async (name) => {
  const loop = loopOf(name);
  const asked = loop.getaddrinfo('localhost', 80);
  const owner = name === 'base' ? 'BaseEventLoop' : 'AbstractEventLoop';
  expect(asyncio.repr(asked)).toMatch(new RegExp(`^<coroutine object ${owner}.getaddrinfo at `));
  expect(await settled(asyncio.run(asked))).toBe('NotImplementedError');
});

test.each(['base', 'contract'] as const)('the other methods of the %s raise at the call', (name) => {
  const loop = loopOf(name);
  const ready = (): null => null;
  for (const call of [
    () => loop.add_reader(0, ready),
    () => loop.add_writer({ fileno: () => 0 }, ready, 1),
    () => loop.remove_reader({ fd: 0 }),
    () => loop.remove_writer(0),
    () => loop.add_signal_handler('SIGUSR1', ready),
    () => loop.remove_signal_handler({ sig: 'SIGUSR1' }),
  ]) {
    expect(call).toThrow(asyncio.NotImplementedError);
  }
});

test('the coroutine functions among the methods are known as such, on every loop', () => {
  expect(IO_COROUTINES).toHaveLength(23);
  for (const loop of Object.values(loops)) {
    const methods = loop as unknown as Record<string, unknown>;
    for (const name of IO_COROUTINES) expect([name, iscoroutinefunction(methods[name])]).toEqual([name, true]);
    for (const name of ['add_reader', 'remove_writer', 'add_signal_handler', 'remove_signal_handler']) {
      expect([name, iscoroutinefunction(methods[name])]).toEqual([name, false]);
    }
  }
});

test.each([
  ['call_at', "2 required positional arguments: 'when' and 'callback'"],
  ['call_exception_handler', "1 required positional argument: 'context'"],
  ['call_later', "2 required positional arguments: 'delay' and 'callback'"],
  ['call_soon', "1 required positional argument: 'callback'"],
  ['call_soon_threadsafe', "1 required positional argument: 'callback'"],
  ['create_task', "1 required positional argument: 'coro'"],
  ['default_exception_handler', "1 required positional argument: 'context'"],
  ['run_in_executor', "2 required positional arguments: 'executor' and 'func'"],
  ['run_until_complete', "1 required positional argument: 'future'"],
  ['run_until_complete_sync', "1 required positional argument: 'future'"],
  ['set_debug', "1 required positional argument: 'enabled'"],
  ['set_default_executor', "1 required positional argument: 'executor'"],
  ['set_exception_handler', "1 required positional argument: 'handler'"],
  ['set_task_factory', "1 required positional argument: 'factory'"],
])('%s of the contract says what is missing, and else that it is abstract', (method, missing) => {
  const contract = loopOf('contract');
  expect(calling(contract, method)).toBe(`TypeError: AbstractEventLoop.${method}() missing ${missing}`);
  const isOne = missing.startsWith('1');
  expect(calling(contract, method, ...(isOne ? [null] : [null, null]))).toBe('NotImplementedError');
});

test('the contract takes keywords, and refuses those that nobody knows', () => {
  const contract = loopOf('contract');
  expect(calling(contract, 'set_debug', { enabled: true })).toBe('NotImplementedError');
  expect(calling(contract, 'create_task', null, { name: 'x' })).toBe('NotImplementedError');
  expect(calling(contract, 'call_exception_handler', { message: 'x' })).toBe('NotImplementedError');
  expect(calling(contract, 'set_debug', { x: 1 })).toBe(
    "TypeError: AbstractEventLoop.set_debug() got an unexpected keyword argument 'x'",
  );
  expect(calling(contract, 'create_task', 1, 2)).toBe(
    'TypeError: AbstractEventLoop.create_task() takes 2 positional arguments but 3 were given',
  );
});
