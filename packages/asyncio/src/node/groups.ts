/** The groups of a socket for datagrams, by Node's `dgram`. */
import type { Socket } from 'node:dgram';

import { NotImplementedError } from '../builtins/exceptions.js';
import type { Groups } from '../host/network.js';
import { systemError } from '../socket/errors.js';
import { interfaceAddress, interfaceName } from './interfaces.js';

export function groupsOf(socket: Socket): Groups {
  return {
    join(family, group, through) {
      socket.addMembership(group, interfaceOf(family, through, 'ENODEV'));
    },
    leave(family, group, through) {
      socket.dropMembership(group, interfaceOf(family, through, 'EADDRNOTAVAIL'));
    },
    sendThrough(family, through) {
      socket.setMulticastInterface(interfaceOf(family, through, family === 6 ? 'ENODEV' : 'EADDRNOTAVAIL'));
    },
  };
}

/** An interface as Node takes it: for IPv4 an address of it, for IPv6 any address in its scope. */
function interfaceOf(family: 4 | 6, through: string | number, missing: string): string {
  if (typeof through === 'string') return through;
  if (through === 0) return family === 6 ? '::' : '0.0.0.0';
  const name = interfaceName(through);
  // Of a name that is none Node would say nothing, and leave the choice to the system.
  if (name === null) throw systemError(missing);
  if (family === 6) return `::%${name}`;
  const address = interfaceAddress(name);
  if (address === null) {
    throw new NotImplementedError(`the host knows interfaces by their IPv4 addresses, and ${name} has none`);
  }
  return address;
}
