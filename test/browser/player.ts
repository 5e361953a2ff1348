/** Plays scenarios of the conformance suite in a page or a worker; what they print is compared outside. */
import * as asyncio from 'asyncio-ts';
import * as runtime from 'asyncio-ts/compiled';
import { defaultHost } from '#asyncio/host/registry';
import { play } from '../conformance/play';
import type { Scenario } from '../conformance/scenario';

/** Lets the collector run before each turn of the host, and gives those who hear of it the time to. */
export function collectAtEachTurn(): void {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('the browser was started without --js-flags=--expose-gc');
  const host = defaultHost();
  const turn = host.turn.bind(host);
  host.turn = (callback) => {
    setTimeout(() => {
      gc();
      setTimeout(() => {
        turn(callback);
      }, 1);
    });
  };
}

/** The lines of a program, which is the body of a CommonJS module. */
export async function playProgram(body: string, debug: boolean): Promise<string[]> {
  const module = { exports: {} as Scenario };
  const require = (name: string): unknown => (name === 'asyncio-ts' ? asyncio : runtime);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program is ours
  const define = new Function('module', 'exports', 'require', body) as (...names: unknown[]) => void;
  define(module, module.exports, require);
  return play(module.exports, debug);
}
