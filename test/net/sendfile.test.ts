/** Files by transports and sockets; what is expected here was printed by CPython 3.13, where its own call has no part. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, settled } from '../support/outcomes';

failOnNoise();

const SIZE = 300_000;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const content = Buffer.from(Array.from({ length: SIZE }, (_, index) => index % 251));

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asyncio-'));
  path = join(folder, 'file');
  writeFileSync(path, content);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Any = Record<string, (...args: unknown[]) => asyncio.Coroutine<unknown>>;

interface Scene {
  readonly loop: asyncio.AbstractEventLoop;
  readonly file: FileHandle;
  /** An end of a connection, and a reader of the other. */
  readonly transport: asyncio.Transport;
  readonly reader: asyncio.StreamReader;
  readonly peer: asyncio.StreamWriter;
  readonly protocol: asyncio.Protocol;
  readonly lost: (Error | null)[];
}

const run = (main: (scene: Scene) => Promise<void>): Promise<void> => {
  const body = asyncio.coroutine(async () => {
    const loop = asyncio.get_running_loop();
    const [first, second] = await asyncio.wrap_future(asyncio.socket.socketpair());
    const [reader, peer] = await asyncio.open_connection({ sock: first });
    const lost: (Error | null)[] = [];
    class Silent extends asyncio.Protocol {
      override connection_lost(exc: Error | null): void {
        lost.push(exc);
      }
    }
    const [transport, protocol] = await loop.create_unix_connection(Silent, { sock: second });
    const file = await asyncio.wrap_future(open(path));
    try {
      await main({ loop, file, transport, reader, peer, protocol, lost });
    } finally {
      transport.abort();
      peer.transport.abort();
      await asyncio.wrap_future(file.close());
      await asyncio.sleep(0);
    }
  });
  return asyncio.run(body());
};

/** A file of text, as Python's `open` gives one. */
class TextFile {
  readonly fd = 3;
  readonly mode = 'r';
}

describe('sendfile', () => {
  test('sends a file, after what was written before', async () => {
    await run(async ({ loop, file, transport, reader, peer }) => {
      transport.write(bytes('head'));
      const sending = asyncio.create_task(loop.sendfile(transport, file));
      expect(Buffer.compare(await reader.readexactly(4 + SIZE), Buffer.concat([bytes('head'), content]))).toBe(0);
      expect(await sending).toBe(SIZE);
      transport.write(bytes('tail'));
      expect(await settled(reader.readexactly(4))).toBe("b'tail'");
      expect(peer.is_closing()).toBe(false);
    });
  });

  test('sends a part of it', async () => {
    await run(async ({ loop, file, transport, reader }) => {
      expect(await loop.sendfile(transport, file, 10, 20)).toBe(20);
      expect(await loop.sendfile(transport, file, { offset: SIZE - 5 })).toBe(5);
      expect(await loop.sendfile(transport, file.fd, SIZE + 1)).toBe(0);
      const expected = Buffer.concat([content.subarray(10, 30), content.subarray(SIZE - 5)]);
      expect(Buffer.compare(await reader.readexactly(25), expected)).toBe(0);
    });
  });

  test('moves the place in a file that lets itself be moved', async () => {
    await run(async ({ loop, file, transport }) => {
      const moves: number[] = [];
      const python = { mode: 'rb', fileno: () => file.fd, seek: (place: number) => void moves.push(place) };
      expect(await loop.sendfile(transport, python, 10, 20)).toBe(20);
      expect(await loop.sendfile(transport, python, SIZE)).toBe(0);
      expect(moves).toEqual([30]);
    });
  });

  test('refuses what is wrong', async () => {
    await run(async ({ loop, file, transport }) => {
      const any = loop as unknown as Any;
      for (const [args, text] of [
        [[file, -1], 'ValueError: offset must be a non-negative integer (got -1)'],
        [[file, 'x'], "TypeError: offset must be a non-negative integer (got 'x')"],
        [[file, 1.5], 'TypeError: offset must be a non-negative integer (got 1.5)'],
        [[file, 0, 0], 'ValueError: count must be a positive integer (got 0)'],
        [[file, 0, 'x'], "TypeError: count must be a positive integer (got 'x')"],
        [[5.5], "AttributeError: 'float' object has no attribute 'readinto'"],
        [[new TextFile()], 'ValueError: file should be opened in binary mode'],
        [[file, { fallback: false }], 'SendfileNotAvailableError: os.sendfile() is not available'],
      ] as const) {
        expect(await settled(any.sendfile!(transport, ...args))).toBe(text);
      }
      class Other extends asyncio.Transport {
        override is_closing(): boolean {
          return false;
        }
      }
      expect(await settled(loop.sendfile(new Other(), file))).toMatch(
        /^RuntimeError: sendfile is not supported for transport <.*Other object at 0x/,
      );
      transport.close();
      expect(await settled(loop.sendfile(transport, file))).toBe('RuntimeError: Transport is closing');
    });
  });

  test('lets nobody else write, and reads no more until it is done', async () => {
    await run(async ({ loop, file, transport, reader }) => {
      const sending = asyncio.create_task(loop.sendfile(transport, file));
      await asyncio.sleep(0);
      await asyncio.sleep(0);
      expect(transport.is_reading()).toBe(false);
      expect(calling(transport, 'write', bytes('x'))).toBe('RuntimeError: unable to write; sendfile is in progress');
      expect(calling(transport, 'writelines', [bytes('x')])).toBe(
        'RuntimeError: unable to writelines; sendfile is in progress',
      );
      expect(await settled(loop.sendfile(transport, file))).toBe('RuntimeError: Empty waiter is already set');
      await reader.readexactly(SIZE);
      await sending;
      expect(transport.is_reading()).toBe(true);
    });
  });

  test('that is cancelled leaves the transport as it was', async () => {
    await run(async ({ loop, file, transport, reader, peer }) => {
      peer.transport.pause_reading();
      transport.write(new Uint8Array(5_000_000));
      const sending = asyncio.create_task(loop.sendfile(transport, file));
      await asyncio.sleep(0.01);
      sending.cancel();
      expect(await settled(sending)).toBe('CancelledError');
      expect(transport.is_reading()).toBe(true);
      peer.transport.resume_reading();
      await reader.readexactly(5_000_000);
      transport.write(bytes('x'));
      expect(await settled(reader.readexactly(1))).toBe("b'x'");
    });
  });

  test('ends with the connection', async () => {
    await run(async ({ loop, file, transport, peer, lost }) => {
      peer.transport.pause_reading();
      transport.write(new Uint8Array(5_000_000));
      const sending = asyncio.create_task(loop.sendfile(transport, file));
      await asyncio.sleep(0.01);
      transport.abort();
      expect(await settled(sending)).toBe('ConnectionError: Connection is closed by peer');
      await asyncio.sleep(0);
      expect(lost).toEqual([null]);
    });
  });
});

describe('sock_sendfile', () => {
  test('sends a file by a socket', async () => {
    await run(async ({ loop, file }) => {
      const [first, second] = await asyncio.wrap_future(asyncio.socket.socketpair());
      const sending = asyncio.create_task(loop.sock_sendfile(first, file, 10, 200_000));
      const parts: Uint8Array[] = [];
      for (let length = 0; length < 200_000; length += parts[parts.length - 1]!.length) {
        parts.push(await loop.sock_recv(second, 65_536));
      }
      expect(await sending).toBe(200_000);
      expect(Buffer.compare(Buffer.concat(parts), content.subarray(10, 200_010))).toBe(0);
      first.close();
      second.close();
    });
  });

  test('refuses what is wrong', async () => {
    await run(async ({ loop, file }) => {
      const sock = new asyncio.socket.socket();
      const datagrams = new asyncio.socket.socket(2, asyncio.socket.SOCK_DGRAM);
      expect(await settled(loop.sock_sendfile(datagrams, file))).toBe(
        'ValueError: only SOCK_STREAM type sockets are supported',
      );
      expect(await settled(loop.sock_sendfile(sock, file, { fallback: false }))).toBe(
        'SendfileNotAvailableError: os.sendfile() is not available',
      );
      expect(await settled(loop.sock_sendfile(sock, file))).toBe('BrokenPipeError: [Errno 32] Broken pipe');
      sock.close();
    });
  });
});
