import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const CONNECTIONS = 100;
const SIZE = 1024;

const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  for (let data = yield* reader.read(SIZE); data.length > 0; data = yield* reader.read(SIZE)) {
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
});

const talk = asyncio.coroutine(function* (port: number, count: number) {
  const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
  const message = new Uint8Array(SIZE);
  let done = 0;
  for (; done < count; done++) {
    writer.write(message);
    yield* writer.drain();
    yield* reader.readexactly(SIZE);
  }
  writer.close();
  return done;
});

await bench(function* (count) {
  const server = yield* asyncio.start_server(echo, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const talks = Array.from({ length: CONNECTIONS }, () => talk(port, count / CONNECTIONS));
  const done: number[] = yield* asyncio.gather(...talks);
  server.close();
  yield* server.wait_closed();
  return done.reduce((sum, each) => sum + each);
});
