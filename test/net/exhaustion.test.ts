/** Too many open files: who makes something hears of it, who has something keeps it, and later all goes on. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import readline from 'node:readline';
import * as asyncio from 'asyncio-ts';
import { childProgram } from '../support/child';

jest.setTimeout(60_000);

/** The arguments of a shell that runs a program which may have 64 descriptors. */
const limited = (source: string): string[] => [
  '-c',
  `ulimit -n 64 && exec "${process.execPath}" "${childProgram(source)}"`,
];

const ATTEMPT = `
  const fs = require('node:fs');
  const attempt = asyncio.coroutine(function* (label, make) {
    try {
      yield* asyncio.await_(make());
      console.log(label, 'done');
    } catch (error) {
      console.log(label, asyncio.repr(error));
    }
  });
  const nothing = () => undefined;`;

test('whatever needs a descriptor raises the error of CPython, and works again when there is one', () => {
  // What CPython 3.13 prints for the same program.
  const expected = [
    "open_connection OSError(24, 'Too many open files')",
    "all errors ExceptionGroup('create_connection failed', [OSError(24, 'Too many open files')])",
    "open_unix_connection OSError(24, 'Too many open files')",
    `start_server OSError("could not bind on any address out of [('127.0.0.1', 0)]")`,
    "start_unix_server OSError(24, 'Too many open files')",
    "datagrams OSError(24, 'Too many open files')",
    "child OSError(24, 'Too many open files')",
    "child with a pipe OSError(24, 'Too many open files')",
    'again done',
  ];
  const program = `${ATTEMPT}
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const server = yield* asyncio.start_server(nothing, '127.0.0.1', 0);
      const place = server.sockets[0].getsockname();
      const taken = [];
      try {
        for (;;) taken.push(fs.openSync('/dev/null'));
      } catch {}
      const { PIPE } = asyncio.subprocess;
      const here = { local_addr: ['127.0.0.1', 0] };
      yield* attempt('open_connection', () => asyncio.open_connection(...place));
      yield* attempt('all errors', () => loop.create_connection(asyncio.Protocol, ...place, { all_errors: true }));
      yield* attempt('open_unix_connection', () => asyncio.open_unix_connection('/nowhere'));
      yield* attempt('start_server', () => asyncio.start_server(nothing, '127.0.0.1', 0));
      yield* attempt('start_unix_server', () => asyncio.start_unix_server(nothing, '/tmp/asyncio-ts.never'));
      yield* attempt('datagrams', () => loop.create_datagram_endpoint(asyncio.DatagramProtocol, here));
      yield* attempt('child', () => asyncio.create_subprocess_exec('true'));
      yield* attempt('child with a pipe', () => asyncio.create_subprocess_exec('true', { stdout: PIPE }));
      for (const descriptor of taken) fs.closeSync(descriptor);
      yield* attempt('again', () => asyncio.open_connection(...place));
      process.exit();
    });
    asyncio.run(main());`;
  const { stdout, stderr } = spawnSync('bash', limited(program), { encoding: 'utf8' });
  expect([stdout.trimEnd().split('\n'), stderr]).toEqual([expected, '']);
});

test('a client that opens connections until it fails has all of them, and can go on when it closes some', async () => {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => open.add(socket.on('close', () => open.delete(socket))));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as net.AddressInfo;
  const program = `
    const main = asyncio.coroutine(function* () {
      const writers = [];
      const connect = asyncio.coroutine(function* () {
        const [, writer] = yield* asyncio.open_connection('127.0.0.1', ${String(port)});
        writers.push(writer);
      });
      for (let round = 0; round < 2; round++) {
        try {
          for (;;) yield* connect();
        } catch (error) {
          console.log(writers.length > 20, asyncio.repr(error));
        }
        for (const writer of writers) {
          writer.close();
          yield* writer.wait_closed();
        }
        writers.length = 0;
      }
    });
    asyncio.run(main());`;
  const child = spawn('bash', limited(program), { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of readline.createInterface(child.stdout)) lines.push(line);
  expect(lines).toEqual(Array(2).fill("true OSError(24, 'Too many open files')"));
  server.close();
  for (const socket of open) socket.destroy();
});

test('a server that has no descriptor left serves those whom it has, and goes on when there are some', async () => {
  const program = `
    const main = asyncio.coroutine(function* () {
      const serve = asyncio.coroutine(function* (reader, writer) {
        writer.write(yield* reader.readline());
        yield* reader.read();
        writer.close();
      });
      const server = yield* asyncio.start_server(serve, '127.0.0.1', 0);
      console.log(server.sockets[0].getsockname()[1]);
      process.stdin.resume().on('end', () => process.exit());
      yield* server.serve_forever();
    });
    asyncio.run(main());`;
  const child = spawn('bash', limited(program), { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = Number((await once(readline.createInterface(child.stdout), 'line'))[0]);
  /** Connects, says a line, and tells whether it came back. */
  const ask = asyncio.coroutine(function* () {
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
    writer.write(Buffer.from('hello\n'));
    const [answer] = yield* asyncio.gather(reader.readline(), { return_exceptions: true });
    return [asyncio.repr(answer) === "b'hello\\n'", writer] as const;
  });
  const main = asyncio.coroutine(function* () {
    const answers = yield* asyncio.gather(...Array.from({ length: 80 }, () => ask()));
    const served = answers.filter(([isServed]) => isServed).length;
    // The system has shed the others.
    expect([served > 20, served < 64]).toEqual([true, true]);
    for (const [, writer] of answers) writer.close();
    // It takes the server a moment to close its ends.
    for (let late = 0; late < 10;) {
      const [isServed, writer] = yield* ask();
      writer.close();
      if (isServed) late += 1;
    }
  });
  try {
    await asyncio.run(main());
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
});
