/**
 * Certificates for tests: an authority, and what it has signed. They are good for a hundred years from 2026 on, but for
 * one that has expired in 2021, and one that nobody has signed but itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;

const folder = join(__dirname, 'certificates');

export type Name = 'ca' | 'localhost' | 'other' | 'client' | 'expired' | 'selfsigned';

/** The path of a certificate. */
export const certificate = (name: Name): string => join(folder, `${name}.pem`);

/** The path of its key. */
export const key = (name: Exclude<Name, 'ca'> | 'localhost.encrypted'): string => join(folder, `${name}.key`);

/** A certificate as text. */
export const certificateText = (name: Name): string => readFileSync(certificate(name), 'latin1');

/** The settings of a server that shows a certificate. */
export function serverContext(name: Exclude<Name, 'ca'> = 'localhost'): asyncio.ssl.SSLContext {
  const context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  context.load_cert_chain(certificate(name), key(name));
  return context;
}

/** The settings of a client that trusts the authority. */
export function clientContext(): asyncio.ssl.SSLContext {
  return ssl.create_default_context({ cafile: certificate('ca') });
}

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const text = (data: Uint8Array): string => Buffer.from(data).toString('latin1');

/** The port of a server. */
export const portOf = (server: asyncio.AbstractServer): number =>
  (server as asyncio.Server).sockets[0]!.getsockname()[1];

/** A protocol that writes down what happens to it. */
export class Recorder extends asyncio.Protocol {
  readonly events: string[];
  readonly lost: asyncio.Future<null> = asyncio.get_running_loop().create_future();
  transport!: asyncio.Transport;
  received = 0;
  keepsOpen = false;

  constructor(
    readonly name: string,
    events: string[] = [],
  ) {
    super();
    this.events = events;
  }

  override connection_made(transport: asyncio.Transport): void {
    this.transport = transport;
    this.events.push(`${this.name} made`);
  }

  override data_received(data: Uint8Array): void {
    this.received += data.length;
    if (data.length < 100) this.events.push(`${this.name} data ${text(data)}`);
  }

  override eof_received(): boolean {
    this.events.push(`${this.name} eof`);
    return this.keepsOpen;
  }

  override connection_lost(error: Error | null): void {
    this.events.push(`${this.name} lost ${asyncio.repr(error)}`);
    if (!this.lost.done()) this.lost.set_result(null);
  }
}
