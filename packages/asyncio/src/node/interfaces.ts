/** The network interfaces of the machine. Python tells them by number, Node by name or by address. */
import type * as Fs from 'node:fs';
import type * as Os from 'node:os';
import nodeProcess from 'node:process';

const os = (): typeof Os => nodeProcess.getBuiltinModule('node:os');
const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');

/** Where Linux tells of all of them; Node leaves out those without an address. */
const FOLDER = '/sys/class/net';

/** The number of an interface; null if there is none by that name. */
export function interfaceNumber(name: string): number | null {
  return numbers().get(name) ?? null;
}

/** The name of an interface; null if there is none of that number. */
export function interfaceName(number: number): string | null {
  for (const [name, each] of numbers()) if (each === number) return name;
  return null;
}

/** An IPv4 address of an interface; null if it has none. */
export function interfaceAddress(name: string): string | null {
  const { [name]: addresses } = os().networkInterfaces();
  return addresses?.find(({ family }) => family === 'IPv4')?.address ?? null;
}

/** The numbers of the interfaces, by their names. */
function numbers(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of namesOfLinux()) {
    const number = numberOfLinux(name);
    if (number !== null) found.set(name, number);
  }
  return found.size > 0 ? found : ofLinkLocalAddresses();
}

function namesOfLinux(): string[] {
  try {
    return fs().readdirSync(FOLDER);
  } catch {
    return [];
  }
}

/** Null for what else is in the folder. */
function numberOfLinux(name: string): number | null {
  try {
    return parseInt(fs().readFileSync(`${FOLDER}/${name}/ifindex`, 'latin1'), 10);
  } catch {
    return null;
  }
}

/** Elsewhere Node tells the number with the link-local addresses, which most interfaces have. */
function ofLinkLocalAddresses(): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, addresses] of Object.entries(os().networkInterfaces())) {
    for (const each of addresses ?? []) {
      if (each.family === 'IPv6' && each.scopeid !== 0) found.set(name, each.scopeid);
    }
  }
  return found;
}
