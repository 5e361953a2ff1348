/** Programs around a line. */

const WORK = 'const work = asyncio.coroutine(async () => { await asyncio.sleep(1); return 1; });\n';

/** In a native coroutine; `work` is a coroutine function. */
export const inMain = (line: string): string => `${WORK}const main = asyncio.coroutine(async () => { ${line} });`;

/** The same in generator style. */
export const inGenerator = (line: string): string => `${WORK}const main = asyncio.coroutine(function* () { ${line} });`;

/** In a plain function of a compiled file. */
export const inCompiled = (line: string): string => `'use asyncio';\nasync function main() { ${line} }`;
