/** The files with which workers begin. They stand beside the bundle that this is a part of. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { RuntimeError } from '../builtins/exceptions.js';

let given: string | null = null;

/** For tests, which run the sources: says where the files are. */
export function setWorkerFolder(path: string): void {
  given = path;
}

/**
 * `require`, as the package would call it. A bundler takes the package away from its files, and into a module even
 * that.
 */
export function requireOf(): NodeJS.Require {
  if (typeof __filename !== 'string') throw bundled();
  return createRequire(__filename);
}

/** The file that a thread loads. */
export function threadFile(): string {
  return fileOf('thread-worker.cjs');
}

/** The file that a process runs. */
export function processFile(): string {
  return fileOf('process-worker.cjs');
}

function fileOf(name: string): string {
  if (given !== null) return join(given, name);
  if (typeof __filename !== 'string') throw bundled();
  const file = join(dirname(__filename), name);
  if (!existsSync(file)) throw bundled();
  return file;
}

function bundled(): Error {
  return new RuntimeError(
    'threads and processes need the files of the package: leave asyncio-ts out of the bundle (esbuild: external)',
  );
}
