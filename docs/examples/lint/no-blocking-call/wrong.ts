import * as asyncio from 'asyncio-ts';
import { readFileSync } from 'node:fs';

const main = asyncio.coroutine(async () => {
  return readFileSync('settings.json', 'utf8');
});
