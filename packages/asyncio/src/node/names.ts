/** Names and addresses, by Node's `dns`, which asks the system. */
import type * as Dns from 'node:dns';
import type * as Fs from 'node:fs';
import nodeProcess from 'node:process';

import type { InternetEndpoint, Names } from '../host/network.js';
import { interfaceNumber } from './interfaces.js';
import { scopeOf } from './streams.js';

const dns = (): typeof Dns => nodeProcess.getBuiltinModule('node:dns');

/** The services of this machine, once they were asked for: `http/tcp` and its port. */
let services: ReadonlyMap<string, number> | null = null;

export const names: Names = {
  lookup(name, family, outcome) {
    dns().lookup(name, { all: true, family, verbatim: true }, (error, found) => {
      if (error !== null) {
        outcome(error, null);
        return;
      }
      const endpoints = found.map((each): InternetEndpoint => {
        const [host = '', scope] = each.address.split('%');
        return { host, port: 0, family: each.family === 6 ? 6 : 4, scope: scopeOf(scope) };
      });
      outcome(null, endpoints);
    });
  },

  reverse(host, port, protocol, outcome) {
    dns().lookupService(host, port, (error, name, service) => {
      if (error !== null) outcome(error, null);
      else outcome(null, [name, protocol === 'tcp' ? service : (nameOf(port, protocol) ?? service)]);
    });
  },

  interfaceNumber,

  port: (service, protocol) => allServices().get(`${service}/${protocol}`) ?? null,
};

function nameOf(port: number, protocol: string): string | null {
  for (const [name, number] of allServices()) {
    if (number === port && name.endsWith(`/${protocol}`)) return name.slice(0, -protocol.length - 1);
  }
  return null;
}

/** Node asks the system for the name of a port, but not for the port of a name: on Unix both stand in this file. */
function allServices(): ReadonlyMap<string, number> {
  services ??= new Map(readServices());
  return services;
}

function readServices(): [string, number][] {
  const fs: typeof Fs = nodeProcess.getBuiltinModule('node:fs');
  let text: string;
  try {
    text = fs.readFileSync('/etc/services', 'utf8');
  } catch {
    return WELL_KNOWN.map(([name, port]) => [`${name}/tcp`, port]);
  }
  return text.split('\n').flatMap((line) => {
    const [name, place, ...aliases] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    const [port, protocol] = place?.split('/') ?? [];
    if (name === undefined || port === undefined || protocol === undefined) return [];
    return [name, ...aliases].map((each): [string, number] => [`${each}/${protocol}`, Number(port)]);
  });
}

/** What programs name, where there is no such file. */
const WELL_KNOWN: readonly (readonly [string, number])[] = [
  ['ftp', 21],
  ['ssh', 22],
  ['smtp', 25],
  ['domain', 53],
  ['http', 80],
  ['pop3', 110],
  ['imap', 143],
  ['https', 443],
];
