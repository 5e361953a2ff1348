/**
 * `sock_accept`: the connections of a socket that listens, one by one. While nobody waits they stay with the platform.
 */
import type { ByteStream, Listening, Outcome } from '../../host/network.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { outcome } from '../common/outcome.js';

/** Who waits for a connection, in the order in which they came. */
const lines = new WeakMap<Listening, Set<Outcome<ByteStream>>>();

/** Waits for the next connection. */
export function* accept(loop: AbstractEventLoop, listening: Listening): Gen<ByteStream> {
  const line = lines.get(listening) ?? new Set();
  lines.set(listening, line);
  const leave = (done: Outcome<ByteStream>): void => {
    line.delete(done);
    if (line.size === 0) listening.pause();
  };
  const next: Outcome<ByteStream> = (error, stream) => {
    const [first] = line;
    if (first === undefined) return;
    leave(first);
    first(error, stream);
  };
  return yield* outcome<ByteStream>(
    loop,
    (done) => {
      line.add(done);
      if (line.size === 1) {
        listening.start(
          (stream) => {
            next(null, stream);
          },
          (error) => {
            next(error, null);
          },
        );
      }
      return {
        cancel: () => {
          leave(done);
        },
      };
    },
    (stream) => {
      listening.giveBack(stream);
    },
  );
}
