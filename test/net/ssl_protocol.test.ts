/** Connections that speak TLS, from the handshake to the goodbye: in CPython's order, with CPython's errors. */
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { bytes, certificate, clientContext, key, portOf, Recorder, serverContext, text } from '../support/tls';

const { ssl } = asyncio;

// A handshake takes its time on a machine that has much to do.
jest.setTimeout(60_000);

type Loop = asyncio.AbstractEventLoop;
interface Pair {
  readonly client: Recorder;
  readonly server: Recorder;
  readonly events: string[];
}

/** Connects a client to a server, gives both to the test, and waits for both to end. */
const withPair = asyncio.coroutine(function* (
  act: (pair: Pair, loop: Loop) => unknown,
  events: string[] = [],
  change: (client: Recorder, server: Recorder) => void = () => undefined,
) {
  const loop = asyncio.get_running_loop();
  const server = new Recorder('server', events);
  const client = new Recorder('client', events);
  change(client, server);
  const listening = yield* loop.create_server(() => server, '127.0.0.1', 0, { ssl: serverContext() });
  yield* loop.create_connection(() => client, '127.0.0.1', portOf(listening), {
    ssl: clientContext(),
    server_hostname: 'localhost',
  });
  while (!events.includes('server made')) yield* asyncio.sleep(0.001);
  const result = act({ client, server, events }, loop);
  if (asyncio.iscoroutine(result)) yield* result;
  yield* asyncio.gather(client.lost, server.lost);
  listening.close();
  yield* listening.wait_closed();
  return events;
});

/** What a client gets that connects to a server with a certificate. */
const refusal = asyncio.coroutine(function* (name: 'localhost' | 'other' | 'expired' | 'selfsigned', hostname: string) {
  const listening = yield* asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0, {
    ssl: serverContext(name),
  });
  try {
    const [, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), {
      ssl: clientContext(),
      server_hostname: hostname,
    });
    writer.close();
    return 'accepted';
  } catch (error) {
    return [asyncio.repr(error), (error as asyncio.ssl.SSLCertVerificationError).verify_code];
  } finally {
    listening.close();
    yield* listening.wait_closed();
  }
});

const failed = (what: string): string =>
  what.includes("'")
    ? `SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${what}")`
    : `SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${what}')`;

describe('certificates', () => {
  test('for the host by name, by address, or by a pattern are accepted', async () => {
    expect(await asyncio.run(refusal('localhost', 'localhost'))).toBe('accepted');
    expect(await asyncio.run(refusal('localhost', '127.0.0.1'))).toBe('accepted');
    expect(await asyncio.run(refusal('localhost', '::1'))).toBe('accepted');
    expect(await asyncio.run(refusal('other', 'a.example.org'))).toBe('accepted');
    expect(await asyncio.run(refusal('other', ''))).toBe('accepted');
  });

  test.each([
    ['other', 'localhost', "Hostname mismatch, certificate is not valid for 'localhost'.", 62],
    ['other', 'a.b.example.org', "Hostname mismatch, certificate is not valid for 'a.b.example.org'.", 62],
    ['localhost', '127.0.0.2', "IP address mismatch, certificate is not valid for '127.0.0.2'.", 64],
    ['expired', 'localhost', 'certificate has expired', 10],
    ['selfsigned', 'localhost', 'self-signed certificate', 18],
  ] as const)('%s for %s is refused', async (name, hostname, message, code) => {
    expect(await asyncio.run(refusal(name, hostname))).toEqual([failed(message), code]);
  });

  const unknown = asyncio.coroutine(function* (context: asyncio.ssl.SSLContext | true) {
    const listening = yield* asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0, {
      ssl: serverContext(),
    });
    try {
      yield* asyncio.open_connection('127.0.0.1', portOf(listening), { ssl: context, server_hostname: 'localhost' });
      return 'accepted';
    } catch (error) {
      return asyncio.repr(error);
    } finally {
      listening.close();
      yield* listening.wait_closed();
    }
  });

  test('of an unknown authority are refused, by the usual settings as well', async () => {
    const message = failed('unable to get local issuer certificate');
    expect(await asyncio.run(unknown(true))).toBe(message);
    expect(await asyncio.run(unknown(new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)))).toBe(message);
  });

  test('are not looked at if nobody wants to', async () => {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    context.check_hostname = false;
    context.verify_mode = ssl.CERT_NONE;
    expect(await asyncio.run(unknown(context))).toBe('accepted');
  });

  /** What both sides see when a server asks for a certificate. */
  const asked = asyncio.coroutine(function* (name: 'client' | 'selfsigned' | null, mode: number) {
    const context = serverContext();
    context.verify_mode = mode;
    context.load_verify_locations(certificate('ca'));
    const seen: unknown[] = [];
    const listening = yield* asyncio.start_server(
      (_, writer) => {
        seen.push(writer.get_extra_info('peercert'));
        writer.close();
      },
      '127.0.0.1',
      0,
      { ssl: context },
    );
    const settings = clientContext();
    if (name !== null) settings.load_cert_chain(certificate(name), key(name));
    const options = { ssl: settings, server_hostname: 'localhost' };
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), options);
    const end = yield* asyncio.gather(reader.read(), { return_exceptions: true });
    seen.push((end[0] as { length?: number }).length ?? (end[0] as asyncio.ssl.SSLError).reason);
    writer.close();
    listening.close();
    yield* listening.wait_closed();
    return seen;
  });

  test('of clients are verified by servers that ask for them', async () => {
    const shown = { subject: [[['commonName', 'client']]] };
    expect(await asyncio.run(asked('client', ssl.CERT_REQUIRED))).toMatchObject([shown, 0]);
    expect(await asyncio.run(asked('client', ssl.CERT_NONE))).toEqual([null, 0]);
    expect(await asyncio.run(asked(null, ssl.CERT_OPTIONAL))).toEqual([null, 0]);
    for (const mode of [ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED]) {
      // Only the client thinks that it is connected, and sees the end.
      expect(await asyncio.run(asked('selfsigned', mode))).toHaveLength(1);
    }
    expect(await asyncio.run(asked(null, ssl.CERT_REQUIRED))).toHaveLength(1);
  });
});

describe('what was agreed upon', () => {
  test('is told by the transport', async () => {
    let told: unknown[] = [];
    await asyncio.run(
      withPair(({ client, server }) => {
        const { transport } = client;
        const object = transport.get_extra_info('ssl_object') as asyncio.ssl.SSLObject;
        told = [object.version(), object.server_hostname, object.server_side, object.selected_alpn_protocol()];
        told.push(transport.get_extra_info('cipher'), transport.get_extra_info('compression'), object.cipher()![1]);
        told.push(transport.get_extra_info('peercert'));
        told.push(transport.get_extra_info('sslcontext') === object.context);
        told.push(server.transport.get_extra_info('peercert'), transport.get_extra_info('peername'));
        transport.close();
      }),
    );
    expect(told.slice(0, 7)).toEqual([
      'TLSv1.3',
      'localhost',
      false,
      null,
      ['TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256],
      null,
      'TLSv1.3',
    ]);
    expect(told.slice(7)).toEqual([
      {
        subject: [[['countryName', 'XX']], [['organizationName', 'asyncio-ts']], [['commonName', 'localhost']]],
        issuer: [[['commonName', 'asyncio-ts test CA']]],
        version: 3,
        serialNumber: '24ED67EA4C73275EC845A765209FFED30B62AAC7',
        notBefore: 'Nov 29 15:49:35 2026 GMT',
        notAfter: 'Nov  5 15:49:35 2126 GMT',
        subjectAltName: [
          ['DNS', 'localhost'],
          ['IP Address', '127.0.0.1'],
          ['IP Address', '0:0:0:0:0:0:0:1'],
        ],
      },
      true,
      null,
      ['127.0.0.1', expect.any(Number)],
    ]);
  });

  /** What both sides speak, and who the server is, for a name. */
  const agreed = asyncio.coroutine(function* (hostname: string) {
    const named: unknown[] = [];
    const context = serverContext();
    context.set_alpn_protocols(['h2', 'http/1.1']);
    context.sni_callback = (object, name, original) => {
      named.push(name, original === context);
      if (name === 'a.example.org') object.context = serverContext('other');
      return name === 'refused' ? 80 : null;
    };
    const listening = yield* asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0, { ssl: context });
    const settings = clientContext();
    settings.set_alpn_protocols(['http/1.1', 'spdy']);
    const options = { ssl: settings, server_hostname: hostname };
    try {
      const [, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), options);
      const object = writer.get_extra_info('ssl_object') as asyncio.ssl.SSLObject;
      named.push(object.selected_alpn_protocol());
      writer.close();
    } catch (error) {
      named.push((error as Error).constructor.name);
    }
    listening.close();
    yield* listening.wait_closed();
    return named;
  });

  test('is a protocol above TLS, and the certificate for the name', async () => {
    expect(await asyncio.run(agreed('localhost'))).toEqual(['localhost', true, 'http/1.1']);
    expect((await asyncio.run(agreed('a.example.org'))).slice(0, 2)).toEqual(['a.example.org', true]);
    expect(await asyncio.run(agreed('refused'))).toEqual(['refused', true, 'ConnectionResetError']);
  });
});

describe('the order of events', () => {
  test('when the client closes', async () => {
    const events = await asyncio.run(
      withPair(({ client, events }) => {
        client.transport.write(bytes('hello'));
        client.transport.close();
        events.push(String(client.transport.is_closing()));
      }),
    );
    expect(events.slice(2)).toEqual([
      'true',
      'server data hello',
      'server eof',
      'client eof',
      'server lost None',
      'client lost None',
    ]);
  });

  test('when one side aborts', async () => {
    const events = await asyncio.run(
      withPair(({ client }) => {
        client.transport.abort();
      }),
    );
    expect(events.slice(2, 4)).toEqual([
      'client lost None',
      expect.stringMatching(/^server (eof|lost ConnectionResetError)/),
    ]);
  });

  test('when the peer goes on writing after the goodbye', async () => {
    const events = await asyncio.run(
      withPair(
        asyncio.coroutine(function* ({ client, server }: Pair) {
          client.transport.pause_reading();
          server.transport.write(bytes('late'));
          yield* asyncio.sleep(0.05);
          client.transport.close();
        }),
      ),
    );
    expect(events.slice(2)).toContain(
      "client lost SSLError(1, '[SSL: APPLICATION_DATA_AFTER_CLOSE_NOTIFY] application data after close notify')",
    );
  });

  test('when a protocol fails', async () => {
    const reports: unknown[] = [];
    const fail = (): never => {
      throw new asyncio.ZeroDivisionError('x');
    };
    const events = await asyncio.run(
      withPair(
        ({ client }, loop) => {
          loop.set_exception_handler((_, { message, transport, protocol }) => {
            reports.push(message, transport?.constructor.name, protocol?.constructor.name);
          });
          client.transport.write(bytes('hello'));
        },
        [],
        (_, server) => {
          server.data_received = fail;
        },
      ),
    );
    expect(reports).toEqual(['Fatal error on SSL protocol', '_SelectorSocketTransport', 'SSLProtocol']);
    expect(events.slice(2)).toContain("server lost ZeroDivisionError('x')");
  });
});

describe('the transport', () => {
  test('has the limits and the complaints of CPython', async () => {
    const seen: unknown[] = [];
    await asyncio.run(
      withPair(({ client: { transport } }) => {
        const complains = (action: () => unknown): void => {
          try {
            action();
          } catch (error) {
            seen.push(asyncio.repr(error));
          }
        };
        seen.push(transport.can_write_eof(), transport.get_write_buffer_limits(), transport.get_write_buffer_size());
        complains(() => {
          transport.write_eof();
        });
        complains(() => {
          transport.write('x' as never);
        });
        complains(() => {
          transport.set_write_buffer_limits(1, 2);
        });
        transport.set_write_buffer_limits({ high: 100 });
        seen.push(transport.get_write_buffer_limits());
        transport.pause_reading();
        transport.pause_reading();
        seen.push(transport.is_reading());
        transport.resume_reading();
        seen.push(transport.is_reading(), transport.constructor.name);
        transport.close();
      }),
    );
    expect(seen).toEqual([
      ...[false, [131072, 524288], 0, 'NotImplementedError()'],
      "TypeError('data: expecting a bytes-like instance, got str')",
      "ValueError('high (1) must be >= low (2) must be >= 0')",
      ...[[25, 100], false, true, '_SSLProtocolTransport'],
    ]);
  });

  test('tells its protocol to pause while the peer does not read, and loses nothing', async () => {
    const size = 1 << 20;
    let written = 0;
    const events = await asyncio.run(
      withPair(
        asyncio.coroutine(function* ({ client, server }: Pair) {
          let isPaused = false;
          client.pause_writing = () => {
            isPaused = true;
          };
          client.resume_writing = () => {
            isPaused = false;
          };
          server.transport.pause_reading();
          // The system takes some of it, and then no more.
          for (let idle = 0; idle < 20; idle += 1) {
            yield* asyncio.sleep(0.005);
            for (; !isPaused && written < 256; written += 1) {
              client.transport.write(new Uint8Array(size));
              idle = 0;
            }
          }
          server.transport.resume_reading();
          while (server.received < written * size) yield* asyncio.sleep(0.001);
          client.transport.close();
        }),
      ),
    );
    expect(written).toBeLessThan(256);
    expect(events.slice(-2)).toEqual(['server lost None', 'client lost None']);
  });

  test('serves streams: a slow reader gets all of a large answer', async () => {
    const size = 3_000_000;
    const main = asyncio.coroutine(function* () {
      const serve = asyncio.coroutine(function* (_: asyncio.StreamReader, writer: asyncio.StreamWriter) {
        writer.write(new Uint8Array(size).fill(7));
        yield* writer.drain();
        writer.close();
        yield* writer.wait_closed();
      });
      const listening = yield* asyncio.start_server(serve, '127.0.0.1', 0, { ssl: serverContext() });
      const options = { ssl: clientContext(), server_hostname: 'localhost', limit: 1000 };
      const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), options);
      yield* asyncio.sleep(0.05);
      let count = 0;
      for (;;) {
        const piece = yield* reader.read(50_000);
        if (piece.length === 0) break;
        count += piece.reduce((sum, byte) => sum + byte, 0) / 7;
      }
      writer.close();
      yield* writer.wait_closed();
      listening.close();
      yield* listening.wait_closed();
      return count;
    });
    expect(await asyncio.run(main())).toBe(size);
  });
});

test('a file is sent by TLS, after what was written before', async () => {
  const path = certificate('localhost');
  const { size } = statSync(path);
  const main = asyncio.coroutine(function* () {
    const descriptor = openSync(path, 'r');
    const serve = asyncio.coroutine(function* (_: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      writer.write(bytes('head\n'));
      seen.push(yield* asyncio.get_running_loop().sendfile(writer.transport, descriptor));
      writer.write(bytes('tail\n'));
      writer.close();
    });
    const seen: unknown[] = [];
    const listening = yield* asyncio.start_server(serve, '127.0.0.1', 0, { ssl: serverContext() });
    const options = { ssl: clientContext(), server_hostname: 'localhost' };
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), options);
    seen.push(text(yield* reader.read()));
    writer.close();
    yield* writer.wait_closed();
    listening.close();
    closeSync(descriptor);
    return seen;
  });
  expect(await asyncio.run(main())).toEqual([size, `head\n${readFileSync(path, 'latin1')}tail\n`]);
});

test('Unix sockets speak TLS, if the name of the server is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const path = join(folder, 'socket');
  const main = asyncio.coroutine(function* () {
    const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      writer.write(yield* reader.readline());
      writer.close();
    });
    const listening = yield* asyncio.start_unix_server(serve, path, { ssl: serverContext() });
    const unnamed = asyncio.open_unix_connection(path, { ssl: clientContext() });
    const [error] = yield* asyncio.gather(unnamed, { return_exceptions: true });
    const options = { ssl: clientContext(), server_hostname: 'localhost' };
    const [reader, writer] = yield* asyncio.open_unix_connection(path, options);
    writer.write(bytes('hello\n'));
    const answer = text(yield* reader.read());
    writer.close();
    yield* writer.wait_closed();
    listening.close();
    return [asyncio.repr(error), answer];
  });
  expect(await asyncio.run(main())).toEqual([
    "ValueError('you have to pass server_hostname when using ssl')",
    'hello\n',
  ]);
  rmSync(folder, { recursive: true });
});

describe('the handshake', () => {
  /** What a client gets whose peer does as it is told. */
  const meets = asyncio.coroutine(function* (
    peer: (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => unknown,
    options: object = {},
  ) {
    const listening = yield* asyncio.start_server(peer, '127.0.0.1', 0);
    try {
      yield* asyncio.open_connection('127.0.0.1', portOf(listening), {
        ssl: clientContext(),
        server_hostname: 'localhost',
        ...options,
      });
      return 'connected';
    } catch (error) {
      return asyncio.repr(error);
    } finally {
      listening.close();
    }
  });
  const closes = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    yield* reader.read(1);
    writer.close();
  });
  const isPlain = (_: asyncio.StreamReader, writer: asyncio.StreamWriter): void => {
    writer.write(bytes('220 hello there\r\n'.repeat(3)));
  };
  const isSilent = (): void => undefined;

  test('fails with a peer that vanishes, or speaks something else', async () => {
    expect(await asyncio.run(meets(closes))).toBe('ConnectionResetError()');
    expect(await asyncio.run(meets(isPlain))).toBe("SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number')");
  });

  test('has a time limit', async () => {
    expect(await asyncio.run(meets(isSilent, { ssl_handshake_timeout: 0.05 }))).toBe(
      "ConnectionAbortedError('SSL handshake is taking longer than 0.05 seconds: aborting the connection')",
    );
    expect(await asyncio.run(meets(isSilent, { ssl_handshake_timeout: 0 }))).toBe(
      "ValueError('ssl_handshake_timeout should be a positive number, got 0')",
    );
    expect(await asyncio.run(meets(isSilent, { ssl_shutdown_timeout: -1 }))).toBe(
      "ValueError('ssl_shutdown_timeout should be a positive number, got -1')",
    );
  });

  test('needs settings for its side', async () => {
    expect(await asyncio.run(meets(isSilent, { ssl: serverContext() }))).toBe(
      "SSLError(0, 'Cannot create a client socket with a PROTOCOL_TLS_SERVER context')",
    );
    expect(await asyncio.run(meets(isSilent, { ssl: 'x' }))).toBe(
      `AttributeError("'str' object has no attribute 'wrap_bio'")`,
    );
  });

  test('that is cancelled leaves nothing behind', async () => {
    const main = asyncio.coroutine(function* () {
      const listening = yield* asyncio.start_server(isSilent, '127.0.0.1', 0);
      const open = (): number => readdirSync('/proc/self/fd').length;
      const before = open();
      const options = { ssl: clientContext(), server_hostname: 'localhost' };
      const results = yield* asyncio.gather(
        ...Array.from({ length: 5 }, () =>
          asyncio.wait_for(asyncio.open_connection('127.0.0.1', portOf(listening), options), 0.05),
        ),
        { return_exceptions: true },
      );
      listening.close_clients();
      for (let turn = 0; turn < 50 && open() > before; turn++) yield* asyncio.sleep(0.01);
      listening.close();
      return [results.map((error) => asyncio.repr(error)), open() <= before];
    });
    if (process.platform !== 'linux') return;
    expect(await asyncio.run(main())).toEqual([Array(5).fill('TimeoutError()'), true]);
  });

  test('of a server fails with what is no TLS, and nobody but the debugger hears of it', async () => {
    const reports: string[] = [];
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      loop.set_exception_handler((_, { message, exception }) => reports.push(`${message}: ${asyncio.repr(exception)}`));
      const listening = yield* loop.create_server(() => new Recorder('server'), '127.0.0.1', 0, {
        ssl: serverContext(),
        ssl_handshake_timeout: 5,
      });
      for (const isDebugged of [false, true]) {
        loop.set_debug(isDebugged);
        const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening));
        writer.write(bytes('GET / HTTP/1.0\r\n\r\n'));
        yield* asyncio.gather(reader.read(), { return_exceptions: true });
        writer.close();
        yield* asyncio.sleep(0.02);
      }
      loop.set_debug(false);
      listening.close();
    });
    await asyncio.run(main());
    expect(reports).toEqual([
      "Error on transport creation for incoming connection: SSLError(1, '[SSL: HTTP_REQUEST] http request')",
    ]);
  });
});

describe('start_tls', () => {
  /** A server and a client that talk plainly first, and then by TLS. */
  const upgraded = asyncio.coroutine(function* () {
    const seen: string[] = [];
    const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      seen.push(text(yield* reader.readline()));
      writer.write(bytes('go ahead\n'));
      yield* writer.start_tls(serverContext());
      seen.push(text(yield* reader.readline()));
      writer.write(bytes('secret answer\n'));
      yield* writer.drain();
      writer.close();
    });
    const listening = yield* asyncio.start_server(serve, '127.0.0.1', 0);
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening));
    writer.write(bytes('STARTTLS\n'));
    seen.push(text(yield* reader.readline()));
    yield* writer.start_tls(clientContext(), { server_hostname: 'localhost' });
    seen.push(writer.transport.constructor.name);
    writer.write(bytes('secret\n'));
    seen.push(text(yield* reader.read()));
    writer.close();
    yield* writer.wait_closed();
    listening.close();
    yield* listening.wait_closed();
    return seen;
  });

  test('goes on with TLS in the middle of a conversation', async () => {
    expect(await asyncio.run(upgraded())).toEqual([
      ...['STARTTLS\n', 'go ahead\n', '_SSLProtocolTransport', 'secret\n', 'secret answer\n'],
    ]);
  });

  test('takes what has come by the transport already for TLS', async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const events: string[] = [];
      const server = new Recorder('server', events);
      const listening = yield* loop.create_server(() => server, '127.0.0.1', 0);
      const [plain, client] = yield* loop.create_connection(
        () => new Recorder('client', events),
        '127.0.0.1',
        portOf(listening),
      );
      while (!events.includes('server made')) yield* asyncio.sleep(0.001);
      server.transport.pause_reading();
      const options = { server_hostname: 'localhost' };
      const connecting = asyncio.create_task(loop.start_tls(plain, client, clientContext(), options));
      yield* asyncio.sleep(0.05);
      const secure = yield* loop.start_tls(server.transport, server, serverContext(), { server_side: true });
      const mine = yield* connecting;
      mine.write(bytes('hello'));
      while (!events.includes('server data hello')) yield* asyncio.sleep(0.001);
      secure.close();
      yield* asyncio.gather(server.lost, client.lost);
      listening.close();
      return events.slice(2);
    });
    expect(await asyncio.run(main())).toEqual([
      ...['server data hello', 'client eof', 'server eof', 'client lost None', 'server lost None'],
    ]);
  });

  test('goes over TLS as well', async () => {
    const main = asyncio.coroutine(function* () {
      const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
        writer.write(bytes('go ahead\n'));
        yield* writer.start_tls(serverContext('other'));
        writer.write(yield* reader.readline());
        writer.close();
      });
      const listening = yield* asyncio.start_server(serve, '127.0.0.1', 0, { ssl: serverContext() });
      const options = { ssl: clientContext(), server_hostname: 'localhost' };
      const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', portOf(listening), options);
      yield* reader.readline();
      yield* writer.start_tls(clientContext(), { server_hostname: 'example.org' });
      const peer = writer.get_extra_info('peercert') as asyncio.ssl.Certificate;
      writer.write(bytes('twice\n'));
      const answer = text(yield* reader.read());
      writer.close();
      yield* writer.wait_closed();
      listening.close();
      return [answer, peer.subject];
    });
    expect(await asyncio.run(main())).toEqual(['twice\n', [[['commonName', 'other']]]]);
  });

  test('that is cancelled or fails closes the connection', async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const events: string[] = [];
      const listening = yield* asyncio.start_server(() => undefined, '127.0.0.1', 0);
      const connect = () =>
        loop.create_connection(() => new Recorder('client', events), '127.0.0.1', portOf(listening));
      const [transport, client] = yield* connect();
      const waiting = asyncio.wait_for(loop.start_tls(transport, client, clientContext()), 0.02);
      events.push(asyncio.repr((yield* asyncio.gather(waiting, { return_exceptions: true }))[0]));
      events.push(String(transport.is_closing()));
      const [second, other] = yield* connect();
      const late = loop.start_tls(second, other, clientContext(), { ssl_handshake_timeout: 0.02 });
      events.push(asyncio.repr((yield* asyncio.gather(late, { return_exceptions: true }))[0]));
      events.push(String(second.is_closing()));
      listening.close();
      return events;
    });
    expect(await asyncio.run(main())).toEqual([
      ...['client made', 'TimeoutError()', 'true', 'client made'],
      "ConnectionAbortedError('SSL handshake is taking longer than 0.02 seconds: aborting the connection')",
      'true',
    ]);
  });

  test('refuses what are no settings, and no transport', async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const errors = yield* asyncio.gather(
        loop.start_tls({} as never, new asyncio.Protocol(), 3 as never),
        loop.start_tls(3 as never, new asyncio.Protocol(), clientContext()),
        { return_exceptions: true },
      );
      return errors.map((error) => asyncio.repr(error));
    });
    expect(await asyncio.run(main())).toEqual([
      "TypeError('sslcontext is expected to be an instance of ssl.SSLContext, got 3')",
      "TypeError('transport 3 is not supported by start_tls()')",
    ]);
  });
});
