/** The network of this platform. Its face sets it; what is above never looks for one. */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { Network } from './network.js';

let network: Network = {
  reason: 'this platform has no network',
  names: null,
  streams: null,
  datagrams: null,
  files: null,
};

/** Sets the network of the platform. */
export function setNetwork(platform: Network): void {
  network = platform;
}

/** A part of the network; where the platform lacks it, `NotImplementedError` says why. */
export function partOfNetwork<Name extends Exclude<keyof Network, 'reason'>>(name: Name): NonNullable<Network[Name]> {
  const part = network[name];
  if (part === null) throw new NotImplementedError(network.reason);
  return part;
}
