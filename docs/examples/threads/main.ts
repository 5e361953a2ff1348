// main.ts
import * as asyncio from 'asyncio-ts';
import { checksum } from './images.js';

const main = asyncio.coroutine(async () => await asyncio.to_thread(checksum, 'photo.raw'));

console.log(await asyncio.run(main()));
