import * as asyncio from 'asyncio-ts';
import { readFile } from 'node:fs/promises';

const main = asyncio.coroutine(async () => {
  return await asyncio.wrap_future(readFile('settings.json', 'utf8'));
});
