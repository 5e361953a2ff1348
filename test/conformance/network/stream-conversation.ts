import * as asyncio from 'asyncio-ts';
import { attemptAwait, bytes, placeOf, type Trace } from './kit';

export const main = asyncio.coroutine(function* (trace: Trace) {
  const done = new asyncio.Event();
  const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    yield* asyncio.async_for(reader, function* (line) {
      writer.write(bytes(Buffer.from(line).toString('latin1').toUpperCase()));
      yield* writer.drain();
    });
    trace('server: end', reader.at_eof());
    writer.writelines([bytes('good'), bytes('bye')]);
    writer.close();
    yield* writer.wait_closed();
    trace('server: closed', writer.is_closing());
    done.set();
  });
  const server = yield* asyncio.start_server(echo, '127.0.0.1', 0);
  const [host, port] = placeOf(server);
  const [reader, writer] = yield* asyncio.open_connection(host, port, { limit: 100 });
  trace('reader', String(reader));
  trace('writer', String(writer));
  const peer = writer.get_extra_info('peername') as [string, number];
  trace('info', peer[0] === host && peer[1] === port, writer.get_extra_info('no', 'default'), writer.can_write_eof());
  writer.write(bytes('hello\nyou'));
  trace('line', yield* reader.readline());
  writer.write(bytes(' there\n'));
  trace('line', yield* reader.readline());
  writer.write_eof();
  trace('rest', yield* reader.read());
  yield* done.wait();
  yield* attemptAwait(trace, 'drain', () => writer.drain());
  writer.close();
  trace('closed', yield* writer.wait_closed(), String(writer));
  yield* attemptAwait(trace, 'drain', () => writer.drain());
  yield* attemptAwait(trace, 'read', () => reader.read());
  server.close();
  yield* server.wait_closed();
  const wrong = { hots: 'x' } as object;
  yield* attemptAwait(trace, 'keyword', () => asyncio.open_connection(host, port, wrong));
  yield* attemptAwait(trace, 'keyword', () => asyncio.start_server(echo, host, 0, wrong));
  yield* attemptAwait(trace, 'limit', () => asyncio.open_connection(host, port, { limit: 0 }));
  return null;
});
