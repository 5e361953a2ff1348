/** What the two transports of pipes have in common. */
import type { ByteStream } from '../../host/network.js';
import type { Future } from '../../core/futures/futures.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';

/** Any object with these methods is the protocol of a pipe. */
export interface PipeProtocol extends BaseProtocol {
  data_received(data: Uint8Array): void;
  eof_received(): unknown;
}

/** What a transport is made of. */
export interface PipeTransportParts {
  readonly stream: ByteStream;
  readonly protocol: BaseProtocol;
  /** What `get_extra_info('pipe')` gives. */
  readonly pipe: unknown;
  /** Resolved when the protocol knows of the pipe. */
  readonly waiter: Future<null>;
}
