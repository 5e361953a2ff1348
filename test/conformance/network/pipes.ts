import { execFileSync } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { attempt, attemptAwait, bytes, type Trace } from './kit';

class Watching extends asyncio.Protocol {
  readonly events: unknown[] = [];
  readonly lost: asyncio.Future<unknown> = asyncio.get_running_loop().create_future();
  transport!: asyncio.Transport;

  override connection_made(transport: asyncio.Transport): void {
    this.transport = transport;
    this.events.push('made');
  }

  override data_received(data: Uint8Array): void {
    this.events.push(data);
  }

  override eof_received(): boolean {
    this.events.push('eof');
    return true;
  }

  override connection_lost(exc: Error | null): void {
    this.events.push(`lost ${asyncio.repr(exc)}`);
    this.lost.set_result(exc);
  }

  override pause_writing(): void {
    this.events.push('pause');
  }

  override resume_writing(): void {
    this.events.push('resume');
  }
}

class Failing extends Watching {
  override data_received(data: Uint8Array): void {
    super.data_received(data);
    throw new asyncio.KeyError('data');
  }
}

class Device {
  readonly fd: number;

  constructor(fd: number) {
    this.fd = fd;
  }

  fileno(): number {
    return this.fd;
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** What there is to read. */
function read(fd: number, length = 65536): Uint8Array {
  const into = Buffer.alloc(length);
  try {
    return into.subarray(0, readSync(fd, into));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return bytes('');
  }
}

export const main = asyncio.coroutine(function* (trace: Trace, folder: string) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, { message, exception }) => {
    trace('report', message, exception);
  });
  let count = 0;

  const pipe = (): [reader: Device, writer: Device] => {
    const path = `${folder}/pipe${String(++count)}`;
    execFileSync('mkfifo', [path]);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return [new Device(reader), new Device(openSync(path, 'w'))];
  };

  function* until(condition: () => boolean): asyncio.Gen<void> {
    while (!condition()) yield* asyncio.sleep(0.005);
  }

  function* reading(from: unknown, factory = Watching): asyncio.Gen<[asyncio.ReadTransport, Watching]> {
    return yield* loop.connect_read_pipe(factory, from as asyncio.PipeLike);
  }

  function* writing(to: unknown): asyncio.Gen<[asyncio.WriteTransport, Watching]> {
    return yield* loop.connect_write_pipe(Watching, to as asyncio.PipeLike);
  }

  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* reading(reader);
    trace('read', transport, transport.is_reading(), transport.get_extra_info('pipe') === reader);
    writeSync(writer.fd, 'hello');
    yield* until(() => protocol.events.length === 2);
    transport.pause_reading();
    transport.pause_reading();
    trace('paused', transport, transport.is_reading());
    writeSync(writer.fd, 'more');
    yield* asyncio.sleep(0.02);
    trace('nothing', protocol.events);
    transport.resume_reading();
    transport.resume_reading();
    yield* until(() => protocol.events.length === 3);
    closeSync(writer.fd);
    yield* protocol.lost;
    trace('all', protocol.events);
    yield* asyncio.sleep(0);
    trace('closed', transport, transport.get_protocol(), transport.is_closing(), transport.is_reading());
    transport.close();
    transport.pause_reading();
    transport.resume_reading();
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* reading(reader);
    transport.close();
    transport.close();
    trace('closing', transport);
    yield* protocol.lost;
    trace('closed', protocol.events);
    closeSync(writer.fd);
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* reading(reader, Failing);
    writeSync(writer.fd, '1');
    yield* until(() => protocol.events.length === 2);
    const other = new Watching();
    other.connection_made(transport as asyncio.Transport);
    trace('still there', transport, transport.get_protocol() === protocol);
    transport.set_protocol(other);
    writeSync(writer.fd, '2');
    closeSync(writer.fd);
    yield* other.lost;
    trace('two protocols', protocol.events, other.events);
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* writing(writer);
    trace('write', transport, transport.get_extra_info('pipe') === writer, transport.can_write_eof());
    trace('limits', transport.get_write_buffer_limits());
    transport.write(bytes('abc'));
    transport.writelines([bytes('d'), bytes(''), bytes('e')]);
    transport.write(bytes(''));
    trace('written', read(reader.fd, 10));
    attempt(trace, 'text', () => {
      transport.write('text' as unknown as Uint8Array);
    });
    attempt(trace, 'texts', () => {
      transport.writelines(['text'] as unknown as Uint8Array[]);
    });
    transport.write(new Uint8Array(200000));
    trace('buffered', transport.get_write_buffer_size() > 65536, protocol.events);
    transport.close();
    trace('closing', transport.is_closing());
    transport.write(bytes('in vain'));
    let total = 0;
    while (!protocol.lost.done()) {
      total += read(reader.fd).length;
      yield* asyncio.sleep(0.001);
    }
    for (let data = read(reader.fd); data.length > 0; data = read(reader.fd)) total += data.length;
    trace('all', total, protocol.events, transport);
    closeSync(reader.fd);
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* writing(writer);
    transport.set_write_buffer_limits({ high: 10, low: 5 });
    transport.write(new Uint8Array(65536));
    transport.write(bytes('x'.repeat(20)));
    trace('high', protocol.events);
    while (!protocol.events.includes('resume')) {
      read(reader.fd);
      yield* asyncio.sleep(0.001);
    }
    trace('low', protocol.events, transport.get_write_buffer_size());
    transport.write_eof();
    transport.write_eof();
    trace('eof', transport);
    yield* protocol.lost;
    closeSync(reader.fd);
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* writing(writer);
    transport.write(new Uint8Array(200000));
    transport.abort();
    trace('aborted', transport, transport.get_write_buffer_size());
    yield* protocol.lost;
    trace('all', protocol.events);
    closeSync(reader.fd);
  }
  {
    const [reader, writer] = pipe();
    const [transport, protocol] = yield* writing(writer);
    closeSync(reader.fd);
    transport.write(bytes('nobody reads it'));
    trace('broken', yield* protocol.lost, transport.is_closing());
    for (let i = 0; i < 7; i++) transport.write(bytes('in vain'));
  }

  const file = new Device(openSync(`${folder}/file`, 'w+'));
  yield* attemptAwait(trace, 'file', () => loop.connect_read_pipe(Watching, file));
  yield* attemptAwait(trace, 'file', () => loop.connect_write_pipe(Watching, file));
  file.close();
  for (const nothing of [null, 'text', new Device(987)]) {
    yield* attemptAwait(trace, 'nothing', () => loop.connect_read_pipe(Watching, nothing as Device));
    yield* attemptAwait(trace, 'nothing', () => loop.connect_write_pipe(Watching, nothing as Device));
  }
  const connect = loop.connect_read_pipe.bind(loop) as (...args: unknown[]) => asyncio.Coroutine<unknown>;
  yield* attemptAwait(trace, 'no pipe', () => connect(Watching));
  const failing = (): never => {
    throw new asyncio.KeyError('factory');
  };
  yield* attemptAwait(trace, 'no protocol', () => connect(failing, null));

  {
    const [transport, protocol] = yield* writing(new Device(openSync('/dev/null', 'w')));
    transport.write(bytes('abc'));
    trace('device', transport, protocol.events);
    transport.close();
    yield* protocol.lost;
    const [full, other] = yield* writing(new Device(openSync('/dev/full', 'w')));
    full.write(bytes('abc'));
    trace('full', yield* other.lost);
  }
  {
    const [here, there] = yield* asyncio.await_(asyncio.socket.socketpair());
    const [, protocol] = yield* reading(here);
    yield* loop.sock_sendall(there, bytes('by socket'));
    yield* until(() => protocol.events.length === 2);
    there.close();
    yield* protocol.lost;
    trace('socket', protocol.events);
  }
  {
    const [here, there] = yield* asyncio.await_(asyncio.socket.socketpair());
    const [transport, protocol] = yield* writing(here);
    transport.write(bytes('by socket'));
    trace('socket', yield* loop.sock_recv(there, 100));
    there.close();
    yield* protocol.lost;
    trace('socket', protocol.events);
  }
  {
    const [reader, writer] = pipe();
    const task = asyncio.create_task(loop.connect_read_pipe(Watching, reader));
    yield* asyncio.sleep(0);
    task.cancel();
    yield* attemptAwait(trace, 'cancelled', () => task);
    yield* asyncio.sleep(0.02);
    closeSync(writer.fd);
    attempt(trace, 'closed', () => {
      try {
        fstatSync(reader.fd);
      } catch (error) {
        throw new asyncio.OSError((error as NodeJS.ErrnoException).errno === -9 ? 9 : 0, 'Bad file descriptor');
      }
    });
  }
  return null;
});
