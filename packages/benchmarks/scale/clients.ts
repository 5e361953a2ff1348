/** The other end of `connections.ts`: holds all connections in a process of its own, and says a line by each when told. */
import * as asyncio from 'asyncio-ts';

const [port, count, atOnce] = process.argv.slice(2).map(Number) as [number, number, number];

type Stream = readonly [asyncio.StreamReader, asyncio.StreamWriter];

/** Does something `count` times, `atOnce` at a time. */
const inParallel = asyncio.coroutine(function* (work: (index: number) => asyncio.Coroutine<void>) {
  let next = 0;
  const worker = asyncio.coroutine(function* () {
    while (next < count) yield* work(next++);
  });
  yield* asyncio.async_with(new asyncio.TaskGroup(), function* (tasks) {
    for (let index = 0; index < atOnce; index++) tasks.create_task(worker());
  });
});

/** Says a line by a connection, and looks whether it comes back. */
const ask = asyncio.coroutine(function* ([reader, writer]: Stream, line: string) {
  writer.write(Buffer.from(line));
  yield* writer.drain();
  const answer = Buffer.from(yield* reader.readline()).toString();
  if (answer !== line) throw new Error(`the answer to ${JSON.stringify(line)} was ${JSON.stringify(answer)}`);
});

const main = asyncio.coroutine(function* () {
  const streams: Stream[] = [];
  const commands = new asyncio.Queue<string>();
  process.on('message', (command) => {
    commands.put_nowait(String(command));
  });
  const does: Record<string, () => asyncio.Coroutine<void>> = {
    connect: () =>
      inParallel(
        asyncio.coroutine(function* (index: number) {
          streams[index] = yield* asyncio.open_connection('127.0.0.1', port);
        }),
      ),
    ask: () =>
      inParallel(
        asyncio.coroutine(function* (index: number) {
          yield* ask(streams[index] as Stream, `line of connection ${String(index)}\n`);
        }),
      ),
    close: asyncio.coroutine(function* () {
      for (const [, writer] of streams) writer.close();
      for (const [, writer] of streams) yield* writer.wait_closed();
    }),
  };
  for (;;) {
    const command = yield* commands.get();
    const work = does[command];
    if (work === undefined) break;
    yield* work();
    process.send?.(command);
  }
});

await asyncio.run(main());
process.disconnect();
