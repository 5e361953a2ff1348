import * as asyncio from 'asyncio-ts';
import { attemptAwait, type Trace } from './kit';

const { socket } = asyncio;

/** Tuples. */
const shown = (value: unknown): string =>
  Array.isArray(value) ? `(${value.map(shown).join(', ')})` : asyncio.repr(value);

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  const show: Trace = (label, value) => {
    if (!Array.isArray(value)) trace(label, value);
    else if (value.every((each) => typeof each === 'string')) trace(`${String(label)} ${shown(value)}`);
    else trace(`${String(label)} [${value.map(shown).join(', ')}]`);
  };
  const ask = (label: string, host: unknown, port: unknown, options: asyncio.GetaddrinfoOptions) =>
    attemptAwait(show, label, () => loop.getaddrinfo(host as string, port as number, options));
  const stream = { type: socket.SOCK_STREAM };
  yield* ask('address', '127.0.0.1', 80, stream);
  yield* ask('IPv6', '::1', 80, stream);
  yield* ask('datagrams', '127.0.0.1', 53, { type: socket.SOCK_DGRAM });
  yield* ask('protocol', '127.0.0.1', 53, { proto: socket.IPPROTO_UDP });
  yield* ask('service', '127.0.0.1', 'http', stream);
  yield* ask('digits', '127.0.0.1', '8080', stream);
  yield* ask('no service', '127.0.0.1', 'no-such-service', stream);
  yield* ask('no service in digits', '127.0.0.1', 'http', { flags: socket.AI_NUMERICSERV, ...stream });
  yield* ask('this machine', null, 80, stream);
  yield* ask('all of this machine', null, 80, { flags: socket.AI_PASSIVE, ...stream });
  yield* ask('IPv4 of this machine', null, 80, { family: socket.AF_INET, ...stream });
  yield* ask('wrong family', '127.0.0.1', 80, { family: socket.AF_INET6, ...stream });
  yield* ask('no family', '127.0.0.1', 80, { family: 99, ...stream });
  yield* ask('no type', '127.0.0.1', 80, { type: 99 });
  yield* ask('nothing', null, null, stream);
  yield* ask('no name', 'nothing.invalid', 80, stream);
  yield* ask('name in digits', 'localhost', 80, { flags: socket.AI_NUMERICHOST, ...stream });
  yield* ask('canonical', '127.0.0.1', 80, { flags: socket.AI_CANONNAME, ...stream });
  yield* ask('negative', '127.0.0.1', -1, stream);
  yield* ask('too large', '127.0.0.1', 70000, stream);
  yield* ask('a float', '127.0.0.1', 80.5, stream);
  yield* ask('a number', 5, 80, stream);
  yield* ask('no port', '127.0.0.1', null, stream);
  const digits = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV;
  const questions: [label: string, address: unknown, flags?: number][] = [
    ['digits', ['127.0.0.1', 80], digits],
    ['service', ['127.0.0.1', 80], socket.NI_NUMERICHOST],
    ['a name', ['localhost', 80]],
    ['no tuple', '127.0.0.1'],
    ['IPv6', ['::1', 80], digits],
  ];
  for (const [label, address, flags] of questions) {
    yield* attemptAwait(show, label, () => loop.getnameinfo(address as [string, number], flags));
  }
  return null;
});
