/** The files with which workers begin. They stand beside the bundle that this is a part of. */
import { join } from 'node:path';

let folder = __dirname;

/** For tests, which run the sources: says where the files are. */
export function setWorkerFolder(path: string): void {
  folder = path;
}

/** The file that a thread loads. */
export function threadFile(): string {
  return join(folder, 'thread-worker.cjs');
}

/** The file that a process runs. */
export function processFile(): string {
  return join(folder, 'process-worker.cjs');
}
