/** The network of this platform. Its face sets it; what is above never looks for one. */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { Datagrams, Files, Names, Streams, TLS } from './network.js';
import type { Pipes, Processes, Signals } from './processes.js';
import type { SocketScope } from './websockets.js';

/** A platform's parts. It leaves out what it lacks. */
export interface Network {
  /** Why a part is missing; a sentence without a stop, such as `a browser gives no access to sockets`. */
  readonly reason: string;
  readonly names?: Names | null;
  readonly streams?: Streams | null;
  readonly datagrams?: Datagrams | null;
  readonly files?: Files | null;
  /** The global object whose WebSockets reach a gateway, where the platform doesn't connect by itself. */
  readonly webSockets?: SocketScope | null;
  readonly tls?: TLS | null;
  readonly pipes?: Pipes | null;
  readonly processes?: Processes | null;
  readonly signals?: Signals | null;
}

const NONE: Network = { reason: 'this platform has no network' };

let network = (): Network => NONE;

/** Sets the network of the platform, which is asked for when a program needs it. */
export function setNetwork(platform: () => Network): void {
  network = platform;
}

/** All parts that the platform has. */
export function platformNetwork(): Network {
  return network();
}

/** A part of the network; where the platform lacks it, `NotImplementedError` says why. */
export function partOfNetwork<Name extends Exclude<keyof Network, 'reason'>>(name: Name): NonNullable<Network[Name]> {
  const platform = network();
  const part = platform[name] ?? null;
  if (part === null) throw new NotImplementedError(platform.reason);
  return part;
}

let gatewayURL: string | null = null;

/** Sets the URL of the gateway; null for none. */
export function setGatewayURL(url: string | null): void {
  gatewayURL = url;
}

/** The URL of the gateway, or null. */
export function urlOfGateway(): string | null {
  return gatewayURL;
}
