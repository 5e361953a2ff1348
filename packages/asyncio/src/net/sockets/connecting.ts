/** Connecting to one of several addresses. */
import { OSError } from '../../builtins/exceptions.js';
import { ExceptionGroup } from '../../builtins/groups.js';
import { errorNumber } from '../../builtins/errno.js';
import { str } from '../../builtins/repr.js';
import type { ByteStream, ConnectFailure, Endpoint, InternetEndpoint } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { AddressInfo } from '../../core/contract/io_options.js';
import { staggered_race } from '../../core/waiting/staggered.js';
import { reprAddress, toAddress, toInternetEndpoint } from '../../socket/addresses.js';
import { outcome } from '../common/outcome.js';

/** How the addresses are tried. */
export interface Attempts {
  /** From where to connect; null for anywhere. */
  readonly local: readonly AddressInfo[] | null;
  readonly delay: number | null;
  readonly interleave: number;
  readonly allErrors: boolean;
}

/** Connects to an endpoint. */
export function* connect(loop: AbstractEventLoop, to: Endpoint, local: InternetEndpoint | null): Gen<ByteStream> {
  try {
    return yield* outcome<ByteStream>(
      loop,
      (done) => partOfNetwork('streams').connect(to, { local }, done),
      (stream) => {
        stream.destroy();
      },
    );
  } catch (error) {
    if (!(error instanceof OSError) || 'path' in to) throw error;
    throw describe(error, to, local);
  }
}

function describe(error: OSError, to: InternetEndpoint, local: InternetEndpoint | null): OSError {
  const isLocal =
    local !== null && [errorNumber('EADDRINUSE'), errorNumber('EADDRNOTAVAIL')].includes(error.errno as number);
  if (!isLocal) return callFailed(error, to);
  const text = `error while attempting to bind on address ${reprAddress(toAddress(local))}: ${str(error).toLowerCase()}`;
  return withText(error, text);
}

/** As Python, says where the call failed, unless the system has refused to try. */
export function callFailed(error: OSError, to: InternetEndpoint): OSError {
  const failure = error.__cause__ as ConnectFailure | null;
  return failure?.isImmediate === true ? error : withText(error, `Connect call failed ${reprAddress(toAddress(to))}`);
}

function withText(error: OSError, text: string): OSError {
  const described = new OSError(error.errno, text);
  described.__cause__ = error.__cause__;
  return described;
}

/** Connects to the first address that answers. */
export function* connectToAny(
  loop: AbstractEventLoop,
  infos: readonly AddressInfo[],
  attempts: Attempts,
): Gen<ByteStream> {
  const { local, delay, interleave, allErrors } = attempts;
  const ordered = interleave > 0 ? interleaved(infos, interleave) : infos;
  const errors: OSError[] = [];
  if (delay === null) {
    for (const info of ordered) {
      const stream = yield* attempt(loop, info, local, errors);
      if (stream !== null) return stream;
    }
  } else {
    const racers = ordered.map((info) => () => new GeneratorCoroutine(racer(loop, info, local, errors), RACER));
    const [stream] = yield* staggered_race(racers, delay, { loop });
    if (stream !== null) return stream;
  }
  throw asOne(errors, allErrors);
}

const RACER = { name: '_connect_sock', __qualname__: 'BaseEventLoop._connect_sock' };

/** An attempt that fails by an error, so that the race goes on. */
function* racer(
  loop: AbstractEventLoop,
  info: AddressInfo,
  local: readonly AddressInfo[] | null,
  errors: OSError[],
): Gen<ByteStream> {
  const stream = yield* attempt(loop, info, local, errors);
  if (stream === null) throw errors[errors.length - 1] as OSError;
  return stream;
}

/** Tries one address; its error goes to the others. */
function* attempt(
  loop: AbstractEventLoop,
  info: AddressInfo,
  locals: readonly AddressInfo[] | null,
  errors: OSError[],
): Gen<ByteStream | null> {
  const to = toInternetEndpoint(info[4]) as InternetEndpoint;
  const candidates = locals?.filter(([family]) => family === info[0]) ?? [null];
  if (candidates.length === 0)
    errors.push(new OSError(`no matching local address with family=${String(info[0])} found`));
  for (const candidate of candidates) {
    try {
      return yield* connect(loop, to, candidate === null ? null : toInternetEndpoint(candidate[4]));
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      errors.push(error);
    }
  }
  return null;
}

/** Alternates the families, after the first few of the first one. */
function interleaved(infos: readonly AddressInfo[], count: number): readonly AddressInfo[] {
  const families = [...new Set(infos.map(([family]) => family))];
  const groups = families.map((family) => infos.filter((info) => info[0] === family));
  const first = groups[0]?.splice(0, count - 1) ?? [];
  const longest = Math.max(...groups.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) => groups.map((group) => group[row]));
  return [...first, ...rows.flat().filter((info) => info !== undefined)];
}

function asOne(errors: readonly OSError[], all: boolean): Error {
  if (all) return new ExceptionGroup('create_connection failed', [...errors]);
  const [first] = errors;
  if (first === undefined) return new OSError('getaddrinfo() returned empty list');
  const texts = errors.map((error) => str(error));
  if (texts.every((text) => text === texts[0])) return first;
  return new OSError(`Multiple exceptions: ${texts.join(', ')}`);
}
