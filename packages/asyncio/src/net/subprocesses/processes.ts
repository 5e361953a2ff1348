/** `subprocess_exec` and `subprocess_shell`. */
import { ValueError } from '../../builtins/exceptions.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { repr } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import { logger } from '../../host/log.js';
import type { ByteStream } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Child } from '../../host/processes.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { isFatal } from '../../core/common/exceptions.js';
import { callFactory } from '../../core/common/factories.js';
import type { SubprocessProtocol } from '../../core/contract/protocols.js';
import type { SubprocessTransport } from '../../core/contract/transports.js';
import { outcome } from '../common/outcome.js';
import { PIPE, popen, STDOUT, type Popen } from './popen.js';
import { UnixSubprocessTransport } from './subprocess_transport.js';

/** The pair that both methods give. */
type Pair = [transport: SubprocessTransport, protocol: SubprocessProtocol];

/** What a child is for. */
interface Request {
  readonly factory: unknown;
  /** A command of the shell, or a program and its arguments. */
  readonly command: unknown;
  readonly usesShell: boolean;
  readonly keywords: Record<string, unknown>;
}

export function* subprocessExec(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Pair> {
  const [factory, program, more, ...rest] = bound;
  const keywords = checkedKeywords(rest, false);
  const command = [program, ...(more as readonly unknown[])];
  return yield* start(loop, `execute program ${repr(program)}`, { factory, command, usesShell: false, keywords });
}

export function* subprocessShell(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Pair> {
  const [factory, command, ...rest] = bound;
  if (typeof command !== 'string' && !(command instanceof Uint8Array)) throw new ValueError('cmd must be a string');
  const keywords = checkedKeywords(rest, true);
  return yield* start(loop, `run shell command ${repr(command)}`, { factory, command, usesShell: true, keywords });
}

/** Text would have to be decoded, and what comes is bytes. */
function checkedKeywords(bound: readonly unknown[], usesShell: boolean): Record<string, unknown> {
  const [stdin = PIPE, stdout = PIPE, stderr = PIPE, newlines, shell, bufsize, encoding, errors, text, rest] = bound;
  if (isTrue(newlines)) throw new ValueError('universal_newlines must be False');
  if (isTrue(shell ?? usesShell) !== usesShell) throw new ValueError(`shell must be ${usesShell ? 'True' : 'False'}`);
  if ((bufsize ?? 0) !== 0) throw new ValueError('bufsize must be 0');
  if (isTrue(text)) throw new ValueError('text must be False');
  if ((encoding ?? null) !== null) throw new ValueError('encoding must be None');
  if ((errors ?? null) !== null) throw new ValueError('errors must be None');
  return { stdin, stdout, stderr, ...(rest as Record<string, unknown>) };
}

function* start(loop: AbstractEventLoop, title: string, request: Request): Gen<Pair> {
  const protocol = callFactory(request.factory, []) as SubprocessProtocol;
  const isDebugging = loop.get_debug();
  if (isDebugging) logger.debug(`${title}${described(request.keywords)}`);
  const command = popen(request.command, request.usesShell, request.keywords);
  const shared = command.isShared ? yield* makePipe(loop) : null;
  const child = yield* spawn(loop, command, shared);
  if (isDebugging) logger.debug('process %r created: pid %s', programOf(request), child.pid);
  const streams = new Map(child.pipes);
  if (shared !== null) streams.set(1, shared[0]);
  const waiter = loop.create_future<null>();
  const transport = new UnixSubprocessTransport(loop, protocol, child, streams, waiter);
  try {
    yield* waiter;
  } catch (error) {
    if (isFatal(error)) throw error;
    transport.close();
    yield* transport._wait();
    throw error;
  }
  if (isDebugging) logger.info('%s: %r', title, transport);
  return [transport, protocol];
}

/** Both ends of a pipe of which a child gets one twice: the platform makes a pipe for each descriptor otherwise. */
type Pipe = readonly [here: ByteStream, there: ByteStream];

function* makePipe(loop: AbstractEventLoop): Gen<Pipe> {
  return yield* outcome<Pipe>(
    loop,
    (done) => {
      partOfNetwork('streams').pair(done);
      return undefined;
    },
    destroy,
  );
}

function destroy(pipe: Pipe): void {
  for (const end of pipe) end.destroy();
}

/** Once the child runs, nothing waits: whoever starts it gets it. */
function* spawn(loop: AbstractEventLoop, command: Popen, shared: Pipe | null): Gen<Child> {
  const descriptors = new Map(command.descriptors);
  if (shared !== null) for (const fd of [1, 2]) descriptors.set(fd, shared[1].fileno);
  const failure = loop.create_future<never>();
  try {
    const child = partOfNetwork('processes').spawn({ ...command, descriptors }, (error) => {
      if (!failure.done()) failure.set_exception(fromSystemError(error) as Error);
    });
    if (child !== null) return child;
    return yield* failure;
  } catch (error) {
    shared?.[0].destroy();
    throw error;
  } finally {
    shared?.[1].destroy();
  }
}

function programOf({ command, usesShell }: Request): unknown {
  return usesShell ? command : (command as readonly unknown[])[0];
}

/** What the log says of the descriptors. */
function described({ stdin, stdout, stderr }: Record<string, unknown>): string {
  const isShared = stdout !== null && stderr === STDOUT;
  const named = Object.entries(isShared ? { stdin, 'stdout=stderr': stdout } : { stdin, stdout, stderr });
  return named.map(([name, value]) => (value === null ? '' : ` ${name}=${formatPipe(value)}`)).join('');
}

function formatPipe(value: unknown): string {
  return value === PIPE ? '<pipe>' : value === STDOUT ? '<stdout>' : repr(value);
}
