import * as asyncio from 'asyncio-ts';
import { attempt, Base, bytes, pair, type Trace } from './kit';

const base = (): Base => new Base();

export const main = asyncio.coroutine(function* (trace: Trace) {
  const [server, client, close] = yield* pair(base, base);
  const { transport } = client;
  const socket = (): string => asyncio.repr(transport.get_extra_info('socket'));
  trace('open', String(transport), socket(), transport.get_extra_info('nothing', 3));
  trace('info', String(transport.get_extra_info('sockname')) === String(server.transport.get_extra_info('peername')));
  for (const value of ['text', [1], null, 5]) {
    attempt(trace, 'write', () => {
      transport.write(value as never);
    });
  }
  attempt(trace, 'write', () => {
    transport.write(new Uint8Array(0));
  });
  attempt(trace, 'writelines', () => {
    transport.writelines(['text'] as never);
  });
  transport.pause_reading();
  trace('paused', String(transport));
  transport.close();
  transport.close();
  trace('closing', String(transport), transport.is_closing(), transport.is_reading());
  attempt(trace, 'write', () => {
    transport.write(bytes('late'));
  });
  attempt(trace, 'write_eof', () => {
    transport.write_eof();
  });
  attempt(trace, 'pause', () => {
    transport.pause_reading();
  });
  attempt(trace, 'resume', () => {
    transport.resume_reading();
  });
  yield* client.lost;
  trace('closed', String(transport), socket());
  for (let count = 0; count < 8; count++) transport.write(bytes('in vain'));
  transport.abort();
  yield* close();

  const [, other, closeOther] = yield* pair(base, base);
  other.transport.write(new Uint8Array(10_000_000));
  trace('waits', other.transport.get_write_buffer_size() > 0);
  other.transport.close();
  trace('closing', other.transport.is_closing(), other.lost.done());
  other.transport.abort();
  other.transport.abort();
  trace('aborted', other.lost.done());
  trace('lost', yield* other.lost);
  yield* closeOther();
  return null;
});
