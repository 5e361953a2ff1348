/**
 * `npm run scale -- [options]`: runs the programs of this folder, each in a process of its own, and ends with 1 if one of
 * them finds that something isn't as it has to be.
 *
 *   --only A,B        programs whose names contain A or B
 *   --connections N   how many connections are held (10000)
 *   --mebibytes N     how much is transferred (1024)
 *   --source          the library's source, although it is built
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { LIBRARY, PACKAGE, bundle } from '../runner/build.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    connections: { type: 'string', default: '10000' },
    mebibytes: { type: 'string', default: '1024' },
    source: { type: 'boolean', default: false },
  },
});

const CERTIFICATES = join(PACKAGE, '../../test/support/certificates');

/** @type {{ name: string, file?: string, args: string[] }[]} */
const PROGRAMS = [
  { name: 'connections', args: [options.connections] },
  { name: 'transfer', args: [options.mebibytes] },
  { name: 'transfer by TLS', file: 'transfer', args: [options.mebibytes, CERTIFICATES] },
];

const wanted = options.only.split(',');
const folder = mkdtempSync(join(tmpdir(), 'asyncio-scale-'));
let failed = false;
try {
  const { built } = await bundle(LIBRARY, folder, options.source, 'scale');
  console.log(`Node ${process.version}, ${built ? 'the built package' : 'source'}`);
  for (const { name, file = name, args } of PROGRAMS) {
    if (!wanted.some((part) => name.includes(part))) continue;
    console.log(`\n${name}`);
    const command = ['--expose-gc', join(folder, `${file}.mjs`), ...args];
    const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
    if (status !== 0) failed = true;
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;
