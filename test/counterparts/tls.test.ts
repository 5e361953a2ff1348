/** TLS with OpenSSL's own programs and with CPython's asyncio at the other end. */
import * as asyncio from 'asyncio-ts';
import { certificate, clientContext, key, portOf, serverContext, text } from '../support/tls';
import { describeWith, freePort, output, start } from './counterpart';

const bytes = (line: string): Uint8Array => Buffer.from(line);

const SERVER = `
import asyncio, ssl, sys

async def echo(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()

async def main(cert, key):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    server = await asyncio.start_server(echo, '127.0.0.1', 0, ssl=context)
    print('listening', server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main(*sys.argv[1:]))
`;

const CLIENT = `
import asyncio, ssl, sys

async def main(port, ca):
    context = ssl.create_default_context(cafile=ca)
    reader, writer = await asyncio.open_connection('127.0.0.1', int(port), ssl=context, server_hostname='localhost')
    for word in (b'one\\n', b'z' * 60000 + b'\\n'):
        writer.write(word)
        await writer.drain()
        print(len(await reader.readline()))
    print(writer.get_extra_info('cipher')[1], writer.get_extra_info('peercert')['subject'])
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', int(port), ssl=ssl.create_default_context(), server_hostname='localhost')
    except ssl.SSLCertVerificationError as error:
        print(error.verify_code)

asyncio.run(main(*sys.argv[1:]))
`;

const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  yield* asyncio.async_for(reader, function* (line) {
    writer.write(line);
    yield* writer.drain();
  });
  writer.close();
});

/** Says some lines to a server, and gives its answers. */
const say = asyncio.coroutine(function* (port: number, lines: readonly string[]) {
  const options = { ssl: clientContext(), server_hostname: 'localhost', limit: 100_000 };
  const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port, options);
  const answers: string[] = [];
  for (const line of lines) {
    writer.write(bytes(line));
    yield* writer.drain();
    answers.push(text(yield* reader.readline()));
  }
  writer.close();
  yield* writer.wait_closed();
  return answers;
});

/** Serves while another program runs. */
const serveWhile = asyncio.coroutine(function* (run: (port: number) => Promise<string>) {
  const server = yield* asyncio.start_server(echo, '127.0.0.1', 0, { ssl: serverContext(), limit: 100_000 });
  const written = yield* asyncio.await_(run(portOf(server)));
  server.close();
  yield* server.wait_closed();
  return written;
});

describeWith(['python3'], 'asyncio of CPython', () => {
  test('is a server of TLS for our clients', async () => {
    const { written } = await start(
      'python3',
      ['-c', SERVER, certificate('localhost'), key('localhost')],
      /listening \d+/,
    );
    const port = Number(/\d+/.exec(written)![0]);
    const long = `${'x'.repeat(60_000)}\n`;
    expect(await asyncio.run(say(port, ['one\n', long]))).toEqual(['ONE\n', long.toUpperCase()]);
  });

  test('is a client of TLS for our servers', async () => {
    const written = await asyncio.run(
      serveWhile((port) => output('python3', ['-c', CLIENT, String(port), certificate('ca')])),
    );
    expect(written.split('\n').slice(0, 4)).toEqual([
      ...['4', '60001'],
      "TLSv1.3 ((('countryName', 'XX'),), (('organizationName', 'asyncio-ts'),), (('commonName', 'localhost'),))",
      '20',
    ]);
  });
});

describeWith(['openssl'], 'openssl', () => {
  test.each(['-tls1_2', '-tls1_3'])('s_server %s answers our clients', async (version) => {
    const port = await freePort();
    const args = [
      's_server',
      '-accept',
      `127.0.0.1:${String(port)}`,
      '-cert',
      certificate('localhost'),
      '-rev',
      version,
    ];
    await start('openssl', [...args, '-key', key('localhost')], /ACCEPT/);
    expect(await asyncio.run(say(port, ['hello\n']))).toEqual(['olleh\n']);
  });

  test.each(['-tls1_2', '-tls1_3'])('s_client %s is answered by our servers', async (version) => {
    const args = ['s_client', '-CAfile', certificate('ca'), '-verify_return_error', '-quiet', '-no_ign_eof', version];
    const written = await asyncio.run(
      serveWhile((port) =>
        output('sh', [
          '-c',
          `(echo hello; sleep 1) | openssl ${args.join(' ')} -connect 127.0.0.1:${String(port)} -verify_hostname localhost 2>/dev/null`,
        ]),
      ),
    );
    expect(written).toBe('hello\n');
  });
});
