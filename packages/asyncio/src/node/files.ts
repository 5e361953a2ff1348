/** The files with which workers begin. They stand beside the bundle that this is a part of. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { RuntimeError } from '../builtins/exceptions.js';

let given: string | null = null;

/** For tests, which run the sources: says where the files are. */
export function setWorkerFolder(path: string): void {
  given = path;
}

/** Where this package stands. A bundler that makes a module of it takes it away from its files. */
function ownFile(): string {
  if (typeof __filename === 'string') return __filename;
  throw new RuntimeError(
    'threads and processes need the files of the package: leave asyncio-ts out of the bundle (esbuild: external)',
  );
}

/** `require`, as the package would call it. */
export function requireOf(): NodeJS.Require {
  return createRequire(ownFile());
}

/** The file that a thread loads. */
export function threadFile(): string {
  return join(given ?? dirname(ownFile()), 'thread-worker.cjs');
}

/** The file that a process runs. */
export function processFile(): string {
  return join(given ?? dirname(ownFile()), 'process-worker.cjs');
}
