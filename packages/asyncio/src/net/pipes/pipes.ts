/** `connect_read_pipe` and `connect_write_pipe`. */
import { ValueError } from '../../builtins/exceptions.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { logger } from '../../host/log.js';
import type { ByteStream } from '../../host/network.js';
import type { Side } from '../../host/processes.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { callFactory } from '../../core/common/factories.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { ReadTransport, WriteTransport } from '../../core/contract/transports.js';
import { socket } from '../../socket/socket.js';
import { filenoOf } from './filenos.js';
import { ReadPipeTransport } from './read_pipe_transport.js';
import { WritePipeTransport } from './write_pipe_transport.js';

const REFUSED = {
  read: 'Pipe transport is for pipes/sockets only.',
  write: 'Pipe transport is only for pipes, sockets and character devices',
};

/** A stream over what was given. */
function openPipe(pipe: unknown, side: Side): ByteStream {
  const pipes = partOfNetwork('pipes');
  const fileno = filenoOf(pipe);
  if (pipe instanceof socket && pipe._stream !== null) return pipe._stream;
  try {
    if (pipes.kind(fileno) === 'other') throw new ValueError(REFUSED[side]);
    return pipes.open(pipe, fileno, side);
  } catch (error) {
    throw fromSystemError(error);
  }
}

/** The transport of a stream, once its protocol knows of it. */
export function* pipeTransport(
  loop: AbstractEventLoop,
  side: Side,
  stream: ByteStream,
  protocol: BaseProtocol,
  pipe: unknown,
): Gen<ReadTransport | WriteTransport> {
  const waiter = loop.create_future<null>();
  const parts = { stream, protocol, pipe, waiter };
  const transport = side === 'read' ? new ReadPipeTransport(loop, parts) : new WritePipeTransport(loop, parts);
  try {
    yield* waiter;
  } catch (error) {
    transport.close();
    throw error;
  }
  if (loop.get_debug()) {
    const name = side === 'read' ? 'Read' : 'Write';
    logger.debug('%s pipe %r connected: (%r, %r)', name, stream.fileno, transport, protocol);
  }
  return transport;
}

function connect(side: Side) {
  return function* (loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[unknown, BaseProtocol]> {
    const [factory, pipe] = bound;
    const protocol = callFactory(factory, []) as BaseProtocol;
    const stream = openPipe(pipe, side);
    const transport = yield* pipeTransport(loop, side, stream, protocol, pipe);
    return [transport, protocol];
  };
}

export const connectReadPipe: ReturnType<typeof connect> = connect('read');
export const connectWritePipe: ReturnType<typeof connect> = connect('write');
