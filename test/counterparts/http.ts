/** A small HTTP server and client, written with streams. */
import * as asyncio from 'asyncio-ts';

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const bytes = (from: string): Uint8Array => Buffer.from(from, 'latin1');

export interface Message {
  readonly first: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Reads a request or a response; null if there is none any more. */
export function* readMessage(reader: asyncio.StreamReader): asyncio.Gen<Message | null> {
  const first = text(yield* reader.readline()).trimEnd();
  if (first === '') return null;
  const headers = new Map<string, string>();
  for (;;) {
    const line = text(yield* reader.readline()).trimEnd();
    if (line === '') break;
    const [name = '', value = ''] = line.split(/:\s*/, 2);
    headers.set(name.toLowerCase(), value);
  }
  const body = yield* reader.readexactly(Number(headers.get('content-length') ?? 0));
  return { first, headers, body };
}

/** Answers requests: with the body that came, or with so many bytes as the path says. */
export const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  try {
    for (;;) {
      const request = yield* readMessage(reader);
      if (request === null) break;
      const [method, path = ''] = request.first.split(' ');
      const body = method === 'POST' ? request.body : new Uint8Array(Number(path.slice(1))).fill(120);
      writer.write(bytes(`HTTP/1.1 200 OK\r\nContent-Length: ${String(body.length)}\r\n\r\n`));
      writer.write(body);
      yield* writer.drain();
      if (request.headers.get('connection') === 'close') break;
    }
  } finally {
    writer.close();
  }
});
