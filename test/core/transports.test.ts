/** The contract of transports and protocols; what is expected here was printed by CPython. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('a transport', () => {
  test('tells what it was made with, by position and by keyword', () => {
    const transport = new asyncio.BaseTransport({ peername: 'here' });
    expect(transport.get_extra_info('peername')).toBe('here');
    expect(transport.get_extra_info('cipher')).toBeNull();
    expect(transport.get_extra_info('cipher', 'none')).toBe('none');
    expect(transport.get_extra_info({ name: 'cipher', default: 'none' })).toBe('none');
    expect(new asyncio.ReadTransport(null).get_extra_info('peername', null)).toBeNull();
    expect(calling(transport, 'get_extra_info')).toBe(
      "TypeError: BaseTransport.get_extra_info() missing 1 required positional argument: 'name'",
    );
  });

  test('raises whatever else it is asked for', () => {
    const [reading, writing] = [new asyncio.ReadTransport(), new asyncio.WriteTransport()];
    const [datagrams, child] = [new asyncio.DatagramTransport(), new asyncio.SubprocessTransport()];
    for (const call of [
      () => reading.is_closing(),
      () => {
        reading.close();
      },
      () => {
        reading.set_protocol({ protocol: new asyncio.BaseProtocol() });
      },
      () => reading.get_protocol(),
      () => reading.is_reading(),
      () => {
        reading.pause_reading();
      },
      () => {
        reading.resume_reading();
      },
      () => {
        writing.write({ data: bytes('x') });
      },
      () => {
        writing.set_write_buffer_limits({ high: 1 });
      },
      () => writing.get_write_buffer_size(),
      () => writing.can_write_eof(),
      () => {
        datagrams.sendto(bytes('x'), ['127.0.0.1', 1]);
      },
      () => {
        datagrams.abort();
      },
      () => child.get_pid(),
      () => child.get_returncode(),
      () => child.get_pipe_transport({ fd: 1 }),
      () => {
        child.send_signal({ signal: 'SIGTERM' });
      },
      () => {
        child.terminate();
      },
      () => {
        child.kill();
      },
    ]) {
      expect(outcome(call)).toBe('NotImplementedError');
    }
  });

  test('that writes writes several pieces as one', () => {
    const written: string[] = [];
    class Noting extends asyncio.WriteTransport {
      override write(data: Uint8Array): void {
        written.push(Buffer.from(data).toString());
      }
    }
    const transport = new Noting();
    transport.writelines([bytes('a'), bytes('b')]);
    transport.writelines({ list_of_data: [] });
    expect(written).toEqual(['ab', '']);
    expect(calling(transport, 'writelines', [bytes('a'), 1])).toBe(
      'TypeError: sequence item 1: expected a bytes-like object, int found',
    );
    expect(() => {
      new asyncio.Transport().writelines([bytes('a')]);
    }).toThrow(asyncio.NotImplementedError);
  });

  test('in both directions is one in each', () => {
    const transport = new asyncio.Transport();
    expect([transport instanceof asyncio.ReadTransport, transport instanceof asyncio.WriteTransport]).toEqual([
      true,
      true,
    ]);
    expect([transport instanceof asyncio.DatagramTransport]).toEqual([false]);
  });
});

describe('a protocol', () => {
  test('does nothing that a program does not ask for', () => {
    const transport = new asyncio.Transport();
    const base = new asyncio.BaseProtocol();
    base.connection_made(transport);
    base.pause_writing();
    base.resume_writing();
    base.connection_lost(null);
    const stream = new asyncio.Protocol();
    stream.connection_made(transport);
    stream.data_received(bytes('x'));
    expect(stream.eof_received()).toBeNull();
    stream.connection_lost(new asyncio.ConnectionResetError());
    const datagrams = new asyncio.DatagramProtocol();
    datagrams.connection_made(new asyncio.DatagramTransport());
    datagrams.datagram_received(bytes('x'), ['127.0.0.1', 1]);
    datagrams.error_received(new asyncio.OSError());
    datagrams.connection_lost(null);
    const child = new asyncio.SubprocessProtocol();
    child.connection_made(new asyncio.SubprocessTransport());
    child.pipe_data_received(1, bytes('x'));
    child.pipe_connection_lost(1, null);
    child.process_exited();
    child.connection_lost(null);
  });

  test('that brings its memory has to say which', () => {
    const protocol = new asyncio.BufferedProtocol();
    protocol.connection_made(new asyncio.Transport());
    protocol.buffer_updated(1);
    expect(protocol.eof_received()).toBeNull();
    protocol.connection_lost(null);
    expect(() => protocol.get_buffer(-1)).toThrow(asyncio.NotImplementedError);
  });
});
