import * as asyncio from 'asyncio-ts';
import { clientContext, serverContext } from '../../support/tls';
import { attempt, Base, bytes, placeOf, type Trace } from './kit';

const { ssl } = asyncio;

class Recorder extends Base {
  readonly events: string[] = [];
  readonly wanted = new asyncio.Event();

  override connection_made(transport: asyncio.Transport): void {
    this.events.push(`made ${transport.constructor.name}`);
    super.connection_made(transport);
  }

  override data_received(data: Uint8Array): void {
    this.events.push(`data ${asyncio.repr(data)}`);
    this.wanted.set();
  }

  override eof_received(): boolean {
    this.events.push('eof');
    return false;
  }

  override connection_lost(exc: Error | null): void {
    this.events.push(`lost ${asyncio.repr(exc)}`);
    super.connection_lost(exc);
  }
}

function* pair(
  context: asyncio.ssl.SSLContext | null,
  options: asyncio.CreateConnectionOptions = {},
): asyncio.Gen<[server: asyncio.Server, made: Recorder, client: Recorder]> {
  const loop = asyncio.get_running_loop();
  const made = new Recorder();
  const server = yield* loop.create_server(() => made, '127.0.0.1', 0, { ssl: context });
  const [, client] = yield* loop.create_connection(Recorder, ...placeOf(server), options);
  yield* made.made;
  return [server, made, client];
}

function* talk(trace: Trace, label: string, made: Recorder, client: Recorder, closes: Recorder): asyncio.Gen<void> {
  client.transport.write(bytes('question'));
  yield* made.wanted.wait();
  made.transport.writelines([bytes('answer')]);
  yield* client.wanted.wait();
  closes.transport.close();
  closes.transport.write(bytes('too late'));
  trace(`${label}, closing`, closes.transport.is_closing());
  yield* asyncio.gather(made.lost, client.lost);
  trace(`${label}, server`, made.events);
  trace(`${label}, client`, client.events);
}

type Handler = (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => unknown;

/** What a client gets whose handshake fails. */
function* refused(
  trace: Trace,
  label: string,
  hostname: string,
  context: asyncio.ssl.SSLContext,
  handler: Handler,
  options: asyncio.CreateServerOptions = {},
): asyncio.Gen<void> {
  const server = yield* asyncio.start_server(handler, '127.0.0.1', 0, options);
  const limits = label === 'no answer' ? { ssl_handshake_timeout: 0.1 } : {};
  try {
    yield* asyncio.open_connection(...placeOf(server), { ssl: context, server_hostname: hostname, ...limits });
    trace(label, 'connected');
  } catch (error) {
    if (error instanceof ssl.SSLError) {
      const message = error instanceof ssl.SSLCertVerificationError ? error.verify_message : null;
      trace(label, error.constructor.name, error.reason, error.library, message);
    } else trace(label, error);
  }
  server.close();
  server.abort_clients();
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const tls = { ssl: clientContext(), server_hostname: 'localhost' };
  for (const label of ['client closes', 'server closes']) {
    const [server, made, client] = yield* pair(serverContext(), tls);
    yield* talk(trace, label, made, client, label === 'client closes' ? client : made);
    server.close();
    yield* server.wait_closed();
  }

  const [server, made, client] = yield* pair(null);
  const plain = client.transport;
  [client.transport, made.transport] = yield* asyncio.gather(
    loop.start_tls(client.transport, client, clientContext(), { server_hostname: 'localhost' }),
    loop.start_tls(made.transport, made, serverContext(), { server_side: true }),
  );
  trace('replaced', client.transport.constructor.name, client.transport.get_protocol() === client, plain.is_closing());
  const certificate = client.transport.get_extra_info('peercert') as asyncio.ssl.Certificate;
  trace('certificate', certificate.subject, made.transport.get_extra_info('peercert') ?? null);
  const peers = [client.transport, plain].map((each) => asyncio.repr(each.get_extra_info('peername')));
  trace('same socket', peers[0] === peers[1]);
  attempt(trace, 'write_eof', () => client.transport.write_eof());
  trace('can_write_eof', client.transport.can_write_eof(), client.transport.get_write_buffer_limits());
  yield* talk(trace, 'start_tls', made, client, client);
  server.close();
  yield* server.wait_closed();

  const closes = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    yield* reader.read(100000);
    writer.close();
  });
  const answers: Handler = (_, writer) => writer.write(bytes('HTTP/1.0 400 Bad Request\r\n\r\n'));
  const waits: Handler = () => null;
  const unknown = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  yield* refused(trace, 'other name', 'example.org', clientContext(), waits, { ssl: serverContext() });
  yield* refused(trace, 'unknown authority', 'localhost', unknown, waits, { ssl: serverContext() });
  yield* refused(trace, 'end', 'localhost', clientContext(), closes);
  yield* refused(trace, 'no answer', 'localhost', clientContext(), waits);
  yield* refused(trace, 'no TLS', 'localhost', clientContext(), answers);

  const [last, silent, leaver] = yield* pair(serverContext(), { ssl_shutdown_timeout: 0.1, ...tls });
  silent.transport.pause_reading();
  leaver.transport.close();
  trace('no goodbye', yield* leaver.lost, leaver.events.at(-1));
  silent.transport.abort();
  yield* silent.lost;
  last.close();
  yield* last.wait_closed();
  return null;
});
