/** asyncio of CPython at the other end, in both directions. */
import * as asyncio from 'asyncio-ts';
import { describeWith, folder, output, start } from './counterpart';
import { bytes, text } from './http';

const PYTHON = 'python3';

const SERVER = `
import asyncio, sys

async def echo(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.write(b'%d bytes' % len(await reader.read()))
    writer.close()

async def main(kind, path):
    if kind == 'unix':
        server = await asyncio.start_unix_server(echo, path)
    else:
        server = await asyncio.start_server(echo, '127.0.0.1', 0)
    print('listening', server.sockets[0].getsockname()[1] if kind == 'tcp' else '', flush=True)
    await server.serve_forever()

asyncio.run(main(*sys.argv[1:]))
`;

const CLIENT = `
import asyncio, sys

async def talk(place):
    if place.isdigit():
        reader, writer = await asyncio.open_connection('127.0.0.1', int(place))
    else:
        reader, writer = await asyncio.open_unix_connection(place)
    for word in ('one', 'two'):
        writer.write(word.encode() + b'\\n')
        await writer.drain()
        print((await reader.readline()).decode(), end='')
    writer.write(b'z' * 3_000_000 + b'\\n')
    writer.write_eof()
    print(len(await reader.read()))
    writer.close()
    await writer.wait_closed()

async def main(*places):
    for place in places:
        await talk(place)
    await asyncio.gather(*(talk(places[0]) for _ in range(20)))

asyncio.run(main(*sys.argv[1:]))
`;

/** The same client as above. */
const talk = asyncio.coroutine(function* (opening: asyncio.Coroutine<[asyncio.StreamReader, asyncio.StreamWriter]>) {
  const [reader, writer] = yield* opening;
  const answers: unknown[] = [];
  for (const word of ['one', 'two']) {
    writer.write(bytes(`${word}\n`));
    yield* writer.drain();
    answers.push(text(yield* reader.readline()));
  }
  writer.write(bytes(`${'z'.repeat(60_000)}\n`));
  writer.write_eof();
  answers.push((yield* reader.read()).length);
  writer.close();
  yield* writer.wait_closed();
  return answers;
});

describeWith([PYTHON], 'CPython', () => {
  test('as a server echoes to our client', async () => {
    const path = `${folder()}/socket`;
    const { written } = await start(PYTHON, ['-c', SERVER, 'tcp', ''], /listening \d+\n/);
    await start(PYTHON, ['-c', SERVER, 'unix', path], /listening/);
    const port = Number(/listening (\d+)/.exec(written)?.[1]);
    const main = asyncio.coroutine(function* () {
      const byTcp = () => talk(asyncio.open_connection('127.0.0.1', port));
      const first = [yield* byTcp(), yield* talk(asyncio.open_unix_connection(path))];
      return [...first, ...(yield* asyncio.gather(...Array.from({ length: 20 }, byTcp)))];
    });
    const conversation = ['ONE\n', 'TWO\n', 60_001 + '0 bytes'.length];
    expect(await asyncio.run(main())).toEqual(Array.from({ length: 22 }, () => conversation));
  });

  test('as a client talks to our servers', async () => {
    const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      yield* asyncio.async_for(reader, function* (line) {
        writer.write(bytes(text(line).toUpperCase()));
        yield* writer.drain();
      });
      writer.close();
    });
    const main = asyncio.coroutine(function* () {
      const path = `${folder()}/socket`;
      const limit = { limit: 4_000_000 };
      const tcp = yield* asyncio.start_server(echo, '127.0.0.1', 0, limit);
      const unix = yield* asyncio.start_unix_server(echo, path, limit);
      const [, port] = tcp.sockets[0]!.getsockname();
      const printed = yield* asyncio.await_(output(PYTHON, ['-c', CLIENT, String(port), path]));
      tcp.close();
      unix.close();
      return printed;
    });
    const conversation = 'ONE\nTWO\n3000001\n';
    const printed = await asyncio.run(main());
    expect(printed.startsWith(conversation.repeat(2))).toBe(true);
    expect(printed.split('\n').sort()).toEqual(conversation.repeat(22).split('\n').sort());
  });
});
