// images.ts
import * as asyncio from 'asyncio-ts';
import { readFileSync } from 'node:fs';

const { importable } = asyncio.concurrent;

export const checksum = importable(import.meta.url, function checksum(file: string) {
  return readFileSync(file).reduce((sum, byte) => (sum + byte) % 65536, 0);
});
