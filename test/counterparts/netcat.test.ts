/** nc, as a client and as a server. */
import * as asyncio from 'asyncio-ts';
import { describeWith, folder, freePort, output, start } from './counterpart';
import { bytes, text } from './http';

const shout = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  const all = yield* reader.read();
  writer.write(bytes(text(all).toUpperCase()));
  writer.close();
});

describeWith(['nc'], 'nc', () => {
  test('writes, closes its side, and reads the answer of our server', async () => {
    const main = asyncio.coroutine(function* () {
      const path = `${folder()}/socket`;
      const tcp = yield* asyncio.start_server(shout, '127.0.0.1', 0);
      const unix = yield* asyncio.start_unix_server(shout, path);
      const [, port] = tcp.sockets[0]!.getsockname();
      const answers = [
        yield* asyncio.await_(output('nc', ['-N', '127.0.0.1', String(port)], 'by tcp')),
        yield* asyncio.await_(output('nc', ['-N', '-U', path], 'by unix')),
      ];
      tcp.close();
      unix.close();
      return answers;
    });
    expect(await asyncio.run(main())).toEqual(['BY TCP', 'BY UNIX']);
  });

  test('as a server gets what our client writes, and its end', async () => {
    const port = await freePort();
    const { child } = await start('nc', ['-v', '-l', '127.0.0.1', String(port)], /Listening/);
    let got = '';
    child.stdout!.on('data', (chunk: Buffer) => (got += chunk.toString()));
    const ended = new Promise((resolve) => child.once('close', resolve));
    const main = asyncio.coroutine(function* () {
      const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
      child.stdin!.write('hello\n');
      const line = text(yield* reader.readline());
      writer.write(bytes('x'.repeat(1_000_000)));
      writer.write_eof();
      child.stdin!.end();
      const rest = yield* reader.read();
      writer.close();
      yield* writer.wait_closed();
      return [line, rest.length];
    });
    expect(await asyncio.run(main())).toEqual(['hello\n', 0]);
    await ended;
    expect(got).toHaveLength(1_000_000);
  });
});
