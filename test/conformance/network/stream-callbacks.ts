import * as asyncio from 'asyncio-ts';
import { bytes, placeOf, type Trace } from './kit';

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => {
    trace('report', context.message, context.exception, Object.keys(context).sort());
  });

  function* talk(callback: asyncio.ClientConnectedCallback): asyncio.Gen<void> {
    const server = yield* asyncio.start_server(callback, '127.0.0.1', 0);
    const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
    if (callback === callbacks.returning) writer.write(bytes('x'));
    trace('got', yield* reader.read());
    writer.close();
    yield* writer.wait_closed();
    server.close();
    yield* server.wait_closed();
  }

  const callbacks: Record<string, asyncio.ClientConnectedCallback> = {
    failing: asyncio.coroutine(function* () {
      throw new asyncio.ValueError('failing');
    }),
    cancelled: asyncio.coroutine(function* () {
      asyncio.current_task()!.cancel();
      yield* asyncio.sleep(0);
    }),
    plain(_reader, writer) {
      writer.write(bytes('plain'));
      writer.close();
      return 5;
    },
    plain_failing(_reader, writer) {
      writer.close();
      throw new asyncio.ValueError('plain');
    },
    returning: asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      writer.write(yield* reader.read(1));
      writer.close();
      return 'nobody looks at it';
    }),
  };
  for (const [name, callback] of Object.entries(callbacks)) {
    trace(`--- ${name}`);
    yield* talk(callback);
  }

  const waits = asyncio.coroutine(function* (reader: asyncio.StreamReader) {
    yield* reader.read();
    trace('ended');
  });
  const server = yield* asyncio.start_server(waits, '127.0.0.1', 0);
  const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
  yield* asyncio.sleep(0.01);
  server.close();
  server.close_clients();
  trace('closed', yield* reader.read());
  writer.close();
  yield* server.wait_closed();
  return null;
});
