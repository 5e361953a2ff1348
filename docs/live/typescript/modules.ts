/** The modules that a program in a page can import. Each is a small module of its own that hands on what is loaded here. */
import * as asyncio from 'asyncio-ts';
import * as compiled from 'asyncio-ts/compiled';
import * as testing from 'asyncio-ts/testing';

const MODULES: Readonly<Record<string, object>> = {
  'asyncio-ts': asyncio,
  'asyncio-ts/compiled': compiled,
  'asyncio-ts/concurrent': asyncio.concurrent,
  'asyncio-ts/contextvars': asyncio.contextvars,
  'asyncio-ts/inspect': asyncio.inspect,
  'asyncio-ts/testing': testing,
};

const addresses = new Map<string, string>();

/** The modules, where the small ones find them. */
const SHELF = '__asyncio_modules';

Reflect.set(globalThis, SHELF, MODULES);

/** The address of a module, which the program names in this line. */
export function locate(name: string, line: number): string {
  const known = addresses.get(name);
  if (known !== undefined) return known;
  const module = MODULES[name];
  if (module === undefined) {
    throw new Error(
      `program.ts:${line}: Cannot find module '${name}'. A page has: ${Object.keys(MODULES).join(', ')}.`,
    );
  }
  const names = Object.keys(module).filter((key) => key !== 'default');
  const text = `export const { ${names.join(', ')} } = globalThis.${SHELF}[${JSON.stringify(name)}];`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  addresses.set(name, address);
  return address;
}
