/** `sendfile` and `sock_sendfile`. No host of JavaScript has the system's call for it: files are read, and written. */
import { AttributeError, RuntimeError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { repr, typeName } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import { allocate } from '../../host/bytes.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import { SENDFILE_FALLBACK_READBUFFER_SIZE } from '../../core/common/constants.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { SendfileNotAvailableError } from '../../core/common/exceptions.js';
import type { Transport } from '../../core/contract/transports.js';
import { SOCK_STREAM } from '../../socket/constants.js';
import type { socket } from '../../socket/socket.js';
import { outcome } from '../common/outcome.js';
import { checkedSocket, send } from '../sockets/sockets.js';
import { SSLTransport } from '../tls/ssl_transport.js';
import { StreamTransport } from './stream_transport.js';

/** Which part of which file. */
interface Part {
  readonly file: unknown;
  readonly descriptor: number;
  readonly offset: number;
  readonly count: number;
}

function checkedPart(file: unknown, offset: unknown, count: unknown): Part {
  const mode = (file as { readonly mode?: unknown } | null | undefined)?.mode;
  if (typeof mode === 'string' && !mode.includes('b')) throw new ValueError('file should be opened in binary mode');
  if (count !== undefined && count !== null) {
    const text = `count must be a positive integer (got ${repr(count)})`;
    if (!Number.isInteger(count)) throw new TypeError(text);
    if ((count as number) <= 0) throw new ValueError(text);
  }
  const text = `offset must be a non-negative integer (got ${repr(offset)})`;
  if (!Number.isInteger(offset)) throw new TypeError(text);
  if ((offset as number) < 0) throw new ValueError(text);
  return {
    file,
    descriptor: descriptorOf(file),
    offset: offset as number,
    count: (count ?? Infinity) as number,
  };
}

function descriptorOf(file: unknown): number {
  if (typeof file === 'number' && Number.isInteger(file)) return file;
  const { fd, fileno } = (file ?? {}) as { readonly fd?: unknown; readonly fileno?: () => number };
  if (typeof fd === 'number') return fd;
  if (typeof fileno === 'function') return fileno.call(file);
  throw new AttributeError(`'${typeName(file)}' object has no attribute 'readinto'`);
}

/** Reads the part and has it written, piece by piece. Gives the number of bytes. */
function* copy(loop: AbstractEventLoop, part: Part, write: (piece: Uint8Array) => Gen<void>): Gen<number> {
  const { descriptor, offset, count } = part;
  let sent = 0;
  try {
    while (sent < count) {
      // A fresh one each time: the last may still be on its way when somebody gives up.
      const buffer = allocate(Math.min(count - sent, SENDFILE_FALLBACK_READBUFFER_SIZE));
      const read = yield* outcome<number>(loop, (done) => {
        partOfNetwork('files').read(descriptor, buffer, offset + sent, done);
        return undefined;
      });
      if (read === 0) break;
      yield* write(buffer.subarray(0, read));
      sent += read;
    }
    return sent;
  } finally {
    if (sent > 0) seek(part.file, offset + sent);
  }
}

/** Moves the place of a file that has one that can be moved. */
function seek(file: unknown, place: number): void {
  const seekable = file as { readonly seek?: (place: number) => unknown } | null | undefined;
  if (typeof seekable?.seek === 'function') seekable.seek(place);
}

export function* sockSendfile(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<number> {
  const [given, file, offset = 0, count, fallback = true] = bound;
  const sock: socket = checkedSocket(loop, given, 'sendfile');
  if (sock.type !== SOCK_STREAM) throw new ValueError('only SOCK_STREAM type sockets are supported');
  const part = checkedPart(file, offset, count);
  if (!isTrue(fallback)) throw notAvailable();
  return yield* copy(loop, part, (piece) => send(loop, sock, piece));
}

export function* sendfile(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<number> {
  const [given, file, offset = 0, count, fallback = true] = bound;
  const transport = given as Transport;
  if (transport.is_closing()) throw new RuntimeError('Transport is closing');
  if (!(transport instanceof StreamTransport) && !(transport instanceof SSLTransport)) {
    throw new RuntimeError(`sendfile is not supported for transport ${repr(transport)}`);
  }
  const part = checkedPart(file, offset, count);
  if (!isTrue(fallback)) throw notAvailable();
  const reads = transport.is_reading();
  transport.pause_reading();
  const end = transport._beginSendfile();
  try {
    // What was written before goes first.
    yield* transport._sendPiece(allocate(0));
    return yield* copy(loop, part, (piece) => transport._sendPiece(piece));
  } finally {
    end();
    if (reads) transport.resume_reading();
  }
}

function notAvailable(): Error {
  return new SendfileNotAvailableError('os.sendfile() is not available');
}
