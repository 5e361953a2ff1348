// The probes of what talks to the operating system: connections, servers, pipes and processes of this machine.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The loops whose methods do what they say; those of the others take the keywords, and raise. */
const LOOPS = ['EventLoop', 'SelectorEventLoop'];

/** Probes, as those of `defaults.mjs`. */
export function makeIOProbes(asyncio) {
  const methods = Object.entries(methodProbes(asyncio));
  return {
    ...Object.fromEntries(methods.flatMap(([name, probe]) => LOOPS.map((loop) => [`asyncio.${loop}.${name}`, probe]))),
    ...abstractProbes(asyncio),
    ...streamProbes(asyncio),
  };
}

const nothing = () => undefined;
const bytes = (text) => new TextEncoder().encode(text);

/** What a call gives, or the name of what it raises. */
async function attempt(call) {
  try {
    return await call();
  } catch (error) {
    return error.constructor.name;
  }
}

/** Runs something on a loop of the platform. */
const runner = (asyncio) => (body) =>
  asyncio.run(asyncio.coroutine(async () => await body(asyncio.get_running_loop()))());

/** What the host is told about how many connections may wait. */
async function backlogOf(call) {
  const { listen } = net.Server.prototype;
  let backlog;
  net.Server.prototype.listen = function (options, ...rest) {
    ({ backlog } = options);
    return listen.call(this, options, ...rest);
  };
  try {
    await call();
  } finally {
    net.Server.prototype.listen = listen;
  }
  return backlog;
}

async function inFolder(act) {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-ts-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function methodProbes(asyncio) {
  return {
    ...connectionProbes(asyncio),
    ...serverProbes(asyncio),
    ...nameProbes(asyncio),
    ...transferProbes(asyncio),
    ...childProbes(asyncio),
  };
}

function connectionProbes(asyncio) {
  const { AF_INET6, AI_NUMERICHOST, IPPROTO_TCP, IPPROTO_UDP } = asyncio.socket;
  const run = runner(asyncio);
  const connects = (host, other) => ({
    ask: (keywords) =>
      attempt(() =>
        run(async (loop) => {
          const server = await loop.create_server(asyncio.Protocol, host, 0);
          const [, port] = server.sockets[0].getsockname();
          try {
            const [transport] = await loop.create_connection(asyncio.Protocol, host, port, keywords);
            transport.abort();
            return 'connected';
          } finally {
            server.close();
          }
        }),
      ),
    given: Object.fromEntries(Object.keys(other).map((name) => [name, 0])),
    other,
  });
  const receives = (host, other) => ({
    ask: (keywords) =>
      attempt(() =>
        run(async (loop) => {
          const local_addr = [host, 0];
          const [transport] = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, {
            local_addr,
            ...keywords,
          });
          transport.close();
          return 'open';
        }),
      ),
    given: Object.fromEntries(Object.keys(other).map((name) => [name, 0])),
    other,
  });
  return {
    'create_connection(all_errors)': {
      ask: (keywords) =>
        attempt(() =>
          run(async (loop) => {
            const server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0);
            const [host, port] = server.sockets[0].getsockname();
            server.close();
            await loop.create_connection(asyncio.Protocol, host, port, keywords);
          }),
        ),
      given: { all_errors: false },
      other: { all_errors: true },
    },
    'create_connection(family)': connects('127.0.0.1', { family: AF_INET6 }),
    'create_connection(proto)': connects('127.0.0.1', { proto: IPPROTO_UDP }),
    'create_connection(flags)': connects('localhost', { flags: AI_NUMERICHOST }),
    'create_datagram_endpoint(family)': receives('127.0.0.1', { family: AF_INET6 }),
    'create_datagram_endpoint(proto)': receives('127.0.0.1', { proto: IPPROTO_TCP }),
    'create_datagram_endpoint(flags)': receives('localhost', { flags: AI_NUMERICHOST }),
    'start_tls(server_side)': {
      ask: (keywords) =>
        run(async (loop) => {
          const [ours, theirs] = await asyncio.socket.socketpair();
          const [transport, protocol] = await loop.create_connection(asyncio.Protocol, { sock: ours });
          theirs.close();
          const context = new asyncio.ssl.SSLContext(asyncio.ssl.PROTOCOL_TLS_CLIENT);
          return await attempt(() => loop.start_tls(transport, protocol, context, keywords));
        }),
      given: { server_side: false },
      other: { server_side: true },
    },
  };
}

function serverProbes(asyncio) {
  const { AF_INET6, AI_PASSIVE } = asyncio.socket;
  const run = runner(asyncio);
  const listens = (host, look) => (keywords) =>
    attempt(() =>
      run(async (loop) => {
        const server = await loop.create_server(asyncio.Protocol, host, 0, keywords);
        const seen = look(server);
        server.close();
        return seen;
      }),
    );
  const listensAtPath = (look) => (keywords) =>
    inFolder((folder) =>
      run(async (loop) => {
        const path = join(folder, 'socket');
        const server = await loop.create_unix_server(asyncio.Protocol, path, keywords);
        const seen = look(server);
        server.close();
        return seen ?? existsSync(path);
      }),
    );
  const hosts = ({ sockets }) => String(sockets.map((socket) => socket.getsockname()[0]).sort());
  const isServing = (server) => server.is_serving();
  return {
    'create_server(backlog)': {
      ask: (keywords) => backlogOf(() => listens('127.0.0.1', nothing)(keywords)),
      given: { backlog: 100 },
      other: { backlog: 5 },
    },
    'create_server(family)': { ask: listens(null, hosts), given: { family: 0 }, other: { family: AF_INET6 } },
    'create_server(flags)': { ask: listens(null, hosts), given: { flags: AI_PASSIVE }, other: { flags: 0 } },
    'create_server(start_serving)': {
      ask: listens('127.0.0.1', isServing),
      given: { start_serving: true },
      other: { start_serving: false },
    },
    'create_unix_server(backlog)': {
      ask: (keywords) => backlogOf(() => listensAtPath(nothing)(keywords)),
      given: { backlog: 100 },
      other: { backlog: 5 },
    },
    'create_unix_server(start_serving)': {
      ask: listensAtPath(isServing),
      given: { start_serving: true },
      other: { start_serving: false },
    },
    'create_unix_server(cleanup_socket)': {
      ask: listensAtPath(nothing),
      given: { cleanup_socket: true },
      other: { cleanup_socket: false },
    },
  };
}

function nameProbes(asyncio) {
  const { AF_INET6, AI_CANONNAME, NI_NUMERICSERV, SOCK_STREAM, IPPROTO_UDP } = asyncio.socket;
  const run = runner(asyncio);
  const looksUp = (other) => ({
    ask: (keywords) =>
      attempt(async () => asyncio.repr(await run((loop) => loop.getaddrinfo('127.0.0.1', 80, keywords)))),
    given: Object.fromEntries(Object.keys(other).map((name) => [name, 0])),
    other,
  });
  return {
    'getaddrinfo(family)': looksUp({ family: AF_INET6 }),
    'getaddrinfo(type)': looksUp({ type: SOCK_STREAM }),
    'getaddrinfo(proto)': looksUp({ proto: IPPROTO_UDP }),
    'getaddrinfo(flags)': looksUp({ flags: AI_CANONNAME }),
    'getnameinfo(flags)': {
      ask: async (keywords) => String((await run((loop) => loop.getnameinfo(['127.0.0.1', 80], keywords)))[1]),
      given: { flags: 0 },
      other: { flags: NI_NUMERICSERV },
    },
  };
}

function transferProbes(asyncio) {
  const run = runner(asyncio);
  /** Sends this file, and gives the number of bytes. */
  const sends = (send) => (keywords) =>
    run(async (loop) => {
      const [ours, theirs] = await asyncio.socket.socketpair();
      const file = await open(new URL(import.meta.url));
      try {
        return await attempt(() => send(loop, ours, file, { count: 10, ...keywords }));
      } finally {
        await file.close();
        ours.close();
        theirs.close();
      }
    });
  const bySocket = sends((loop, sock, file, keywords) => loop.sock_sendfile(sock, file, keywords));
  const byTransport = sends(async (loop, sock, file, keywords) => {
    const [transport] = await loop.create_connection(asyncio.Protocol, { sock });
    return await loop.sendfile(transport, file, keywords);
  });
  const size = readFileSync(new URL(import.meta.url)).length;
  const offset = (ask) => ({ ask, given: { offset: 0 }, other: { offset: size } });
  const fallback = (ask) => ({ ask, given: { fallback: true }, other: { fallback: false } });
  return {
    'sendfile(offset)': offset(byTransport),
    'sendfile(fallback)': fallback(byTransport),
    'sock_sendfile(offset)': offset(bySocket),
    'sock_sendfile(fallback)': fallback(bySocket),
    'sock_recvfrom_into(nbytes)': {
      ask: (keywords) =>
        run(async (loop) => {
          const [ours, theirs] = await asyncio.socket.socketpair();
          await loop.sock_sendall(theirs, bytes('hello'));
          const [count] = await loop.sock_recvfrom_into(ours, new Uint8Array(10), keywords);
          ours.close();
          theirs.close();
          return count;
        }),
      given: { nbytes: 0 },
      other: { nbytes: 2 },
    },
  };
}

function childProbes(asyncio) {
  const { PIPE, DEVNULL } = asyncio.subprocess;
  const run = runner(asyncio);
  /** Starts a child, and gives the descriptors of which it has pipes. */
  const starts = (start) => (keywords) =>
    attempt(() =>
      run(async (loop) => {
        const [transport] = await start(loop, keywords);
        const pipes = [0, 1, 2].filter((fd) => transport.get_pipe_transport(fd) !== null);
        transport.close();
        return String(pipes);
      }),
    );
  const exec = starts((loop, keywords) => loop.subprocess_exec(asyncio.SubprocessProtocol, 'true', keywords));
  const shell = starts((loop, keywords) => loop.subprocess_shell(asyncio.SubprocessProtocol, 'true', keywords));
  const probes = (method, ask, usesShell) => ({
    [`${method}(stdin)`]: { ask, given: { stdin: PIPE }, other: { stdin: DEVNULL } },
    [`${method}(stdout)`]: { ask, given: { stdout: PIPE }, other: { stdout: DEVNULL } },
    [`${method}(stderr)`]: { ask, given: { stderr: PIPE }, other: { stderr: DEVNULL } },
    [`${method}(universal_newlines)`]: {
      ask,
      given: { universal_newlines: false },
      other: { universal_newlines: true },
    },
    [`${method}(shell)`]: { ask, given: { shell: usesShell }, other: { shell: !usesShell } },
    [`${method}(bufsize)`]: { ask, given: { bufsize: 0 }, other: { bufsize: 1 } },
  });
  return { ...probes('subprocess_exec', exec, false), ...probes('subprocess_shell', shell, true) };
}

/** What methods have that only raise: to give a default is no other complaint than to leave it out. */
function abstractProbes(asyncio) {
  const { PIPE } = asyncio.subprocess;
  const streams = { stdin: PIPE, stdout: PIPE, stderr: PIPE };
  const noText = { universal_newlines: false, bufsize: 0 };
  const ofBoth = [
    ['create_connection', [nothing], { family: 0, proto: 0, flags: 0 }],
    ['create_datagram_endpoint', [nothing], { family: 0, proto: 0, flags: 0 }],
    ['create_server', [nothing], { family: 0, flags: asyncio.socket.AI_PASSIVE, backlog: 100, start_serving: true }],
    ['create_unix_server', [nothing], { backlog: 100, start_serving: true }],
    ['getaddrinfo', [null, null], { family: 0, type: 0, proto: 0, flags: 0 }],
    ['getnameinfo', [['127.0.0.1', 80]], { flags: 0 }],
    ['sendfile', [null, null], { offset: 0, fallback: true }],
    ['sock_recvfrom_into', [null, null], { nbytes: 0 }],
    ['sock_sendfile', [null, null], { offset: 0 }],
    ['start_tls', [null, null, null], { server_side: false }],
    ['subprocess_exec', [nothing, 'true'], streams],
    ['subprocess_shell', [nothing, 'true'], streams],
  ];
  const ofBase = [
    ['create_connection', [nothing], { all_errors: false }],
    ['sock_sendfile', [null, null], { fallback: true }],
    ['subprocess_exec', [nothing, 'true'], { ...noText, shell: false }],
    ['subprocess_shell', [nothing, 'true'], { ...noText, shell: true }],
  ];
  const run = runner(asyncio);
  const probes = (name, loop, methods) =>
    methods.flatMap(([method, args, defaults]) =>
      Object.entries(defaults).map(([parameter, value]) => [
        `asyncio.${name}.${method}(${parameter})`,
        {
          ask: (keywords) => attempt(() => run(() => loop[method](...args, keywords))),
          given: { [parameter]: value },
          other: null,
        },
      ]),
    );
  return Object.fromEntries([
    ...probes('AbstractEventLoop', new asyncio.AbstractEventLoop(), ofBoth),
    ...probes('BaseEventLoop', new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() }), [...ofBoth, ...ofBase]),
  ]);
}

function streamProbes(asyncio) {
  const run = runner(asyncio);
  const { PIPE } = asyncio.subprocess;
  const limitIn = (reader) => /limit=\d+/.exec(asyncio.repr(reader))?.[0] ?? 'the default';
  const limited = (ask) => ({ ask, given: { limit: 65536 }, other: { limit: 10 } });
  const connects = (serve, connect, isServer) => (keywords) =>
    inFolder((folder) =>
      run(async () => {
        const seen = asyncio.get_running_loop().create_future();
        const accepted = (reader, writer) => {
          seen.set_result(limitIn(reader));
          writer.close();
        };
        const server = await serve(accepted, join(folder, 'socket'), isServer ? keywords : {});
        const [reader, writer] = await connect(server.sockets[0].getsockname(), isServer ? {} : keywords);
        const atServer = await seen;
        writer.close();
        server.close();
        return isServer ? atServer : limitIn(reader);
      }),
    );
  const serve = (accepted, _, keywords) => asyncio.start_server(accepted, '127.0.0.1', 0, keywords);
  const connect = ([host, port], keywords) => asyncio.open_connection(host, port, keywords);
  const serveAtPath = (accepted, path, keywords) => asyncio.start_unix_server(accepted, path, keywords);
  const connectToPath = (path, keywords) => asyncio.open_unix_connection(path, keywords);
  const child = (start) => (keywords) =>
    run(async () => {
      const process = await start({ stdout: PIPE, ...keywords });
      await process.communicate();
      return limitIn(process.stdout);
    });
  const reads = (read) => (keywords) =>
    run(async () => {
      const reader = new asyncio.StreamReader();
      reader.feed_data(bytes('a b\nc'));
      reader.feed_eof();
      return String(await read(reader, keywords));
    });
  return {
    'asyncio.StreamReader(limit)': limited((keywords) => run(async () => limitIn(new asyncio.StreamReader(keywords)))),
    'asyncio.StreamReader.read(n)': {
      ask: reads((reader, keywords) => reader.read(keywords)),
      given: { n: -1 },
      other: { n: 1 },
    },
    'asyncio.StreamReader.readuntil(separator)': {
      ask: reads((reader, keywords) => reader.readuntil(keywords)),
      given: { separator: bytes('\n') },
      other: { separator: bytes(' ') },
    },
    'asyncio.open_connection(limit)': limited(connects(serve, connect, false)),
    'asyncio.open_unix_connection(limit)': limited(connects(serveAtPath, connectToPath, false)),
    'asyncio.start_server(limit)': limited(connects(serve, connect, true)),
    'asyncio.start_unix_server(limit)': limited(connects(serveAtPath, connectToPath, true)),
    'asyncio.create_subprocess_exec(limit)': limited(
      child((keywords) => asyncio.create_subprocess_exec('true', keywords)),
    ),
    'asyncio.create_subprocess_shell(limit)': limited(
      child((keywords) => asyncio.create_subprocess_shell('true', keywords)),
    ),
  };
}
