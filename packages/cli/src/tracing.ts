/** `--trace FILE`: what the program's loops and tasks do, in Chrome's format. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type * as Library from 'asyncio-ts';
import { mayBeOwnCopy, ownFile } from './resolution.js';

/** Begins a trace of the library that a program will find; what is returned writes it. */
export function traceInto(path: string, program: string): () => void {
  const file = resolve(path);
  const trace = libraryOf(resolve(program)).debug.trace();
  return () => {
    trace.stop();
    try {
      trace.write_chrome(file);
    } catch (error) {
      process.stderr.write(`asyncio: the trace can't be written: ${(error as Error).message}\n`);
      process.exitCode = 1;
    }
  };
}

function libraryOf(program: string): typeof Library {
  const require = createRequire(program);
  try {
    return require('asyncio-ts') as typeof Library;
  } catch (error) {
    if (!mayBeOwnCopy('asyncio-ts', error)) throw error;
    return require(ownFile('asyncio-ts')) as typeof Library;
  }
}
