import * as asyncio from 'asyncio-ts';
import { EventEmitter } from 'node:events';

const messages_of = asyncio.asyncgen(function* (socket: EventEmitter) {
  const queue = new asyncio.Queue<string>();
  socket.on('message', (message: string) => queue.put_nowait(message));
  socket.on('close', () => queue.shutdown());
  try {
    while (true) yield* asyncio.yield_(yield* queue.get());
  } catch (error) {
    if (!(error instanceof asyncio.QueueShutDown)) throw error;
  }
});

const main = asyncio.coroutine(async () => {
  const socket = new EventEmitter();
  setTimeout(() => {
    for (const message of ['one', 'two']) socket.emit('message', message);
    socket.emit('close');
  }, 10);
  const seen: string[] = [];
  for await (const message of messages_of(socket)) seen.push(message);
  return seen;
});

await asyncio.run(main()); // => ['one', 'two']
