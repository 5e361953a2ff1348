/**
 * `node --import @asyncio-ts/compiler/register program.ts`: compiles the program. The variables `ASYNCIO_TS_INCLUDE`
 * and `ASYNCIO_TS_EXCLUDE` take patterns, with commas between them.
 */
import { register } from './node/register.js';

const patterns = (name: string) => process.env[name]?.split(',').filter((pattern) => pattern !== '');
const include = patterns('ASYNCIO_TS_INCLUDE');
const exclude = patterns('ASYNCIO_TS_EXCLUDE');

register({ ...(include && { include }), ...(exclude && { exclude }) });
