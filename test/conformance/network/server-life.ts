import * as asyncio from 'asyncio-ts';
import { attempt, attemptAwait, Base, placeOf, type Trace } from './kit';

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const made: Base[] = [];
  const factory = (): Base => {
    made.push(new Base());
    return made[made.length - 1]!;
  };
  let server = yield* loop.create_server(factory, '127.0.0.1', 0, { start_serving: false });
  trace('made', server.is_serving(), server.sockets.length, server.get_loop() === loop);
  yield* server.start_serving();
  yield* server.start_serving();
  trace('serving', server.is_serving(), String(server));
  let [, client] = yield* loop.create_connection(Base, ...placeOf(server));
  while (made.length === 0) yield* asyncio.sleep(0);
  server.close();
  server.close();
  trace('closed', server.is_serving(), server.sockets.length === 0, String(server));
  const waiting = asyncio.create_task(server.wait_closed());
  yield* asyncio.sleep(0.01);
  trace('waits for clients', waiting.done());
  server.close_clients();
  trace('lost', yield* made[0]!.lost, yield* client.lost);
  trace('waited', yield* waiting, yield* server.wait_closed());
  yield* attemptAwait(trace, 'serve_forever', () => server.serve_forever());

  made.length = 0;
  server = yield* loop.create_server(factory, '127.0.0.1', 0);
  let forever = asyncio.create_task(server.serve_forever());
  yield* asyncio.sleep(0);
  yield* attemptAwait(trace, 'twice', () => server.serve_forever());
  [, client] = yield* loop.create_connection(Base, ...placeOf(server));
  while (made.length === 0) yield* asyncio.sleep(0);
  forever.cancel();
  yield* asyncio.sleep(0.01);
  trace('cancelled', forever.done(), server.is_serving());
  server.abort_clients();
  yield* attemptAwait(trace, 'forever', () => forever);
  yield* client.lost;

  yield* asyncio.async_with(yield* loop.create_server(factory, '127.0.0.1', 0), function* (entered) {
    server = entered;
    trace('inside', server.is_serving());
  });
  trace('outside', server.is_serving());
  server = yield* loop.create_server(factory, '127.0.0.1', 0);
  forever = asyncio.create_task(server.serve_forever());
  yield* asyncio.sleep(0);
  server.close();
  yield* attemptAwait(trace, 'closed meanwhile', () => forever);
  const several = yield* loop.create_server(factory, ['127.0.0.1', '127.0.0.1', '127.0.0.2'], 0);
  trace('several', several.sockets.map((each) => each.getsockname()[0]).sort());
  several.close();
  yield* several.wait_closed();
  attempt(trace, 'bare', () => {
    new asyncio.AbstractServer().close();
  });
  return null;
});
