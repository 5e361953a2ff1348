/**
 * Code without asyncio in it behaves compiled as it does natively, apart from its laziness and from counts of turns.
 *
 * A case is the body of an `async` function, which tells what it does by `log`. It runs natively, and compiled as a
 * program of asyncio; sloppy and strict.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { transform } from '@asyncio-ts/compiler';
import * as asyncio from 'asyncio-ts';
import * as runtime from 'asyncio-ts/compiled';
import * as ts from 'typescript';

const FOLDER = join(__dirname, 'cases');

interface Case {
  readonly title: string;
  readonly body: string;
}

function casesOf(file: string): Case[] {
  const [, ...cases] = readFileSync(join(FOLDER, file), 'utf8').split(/^### /m);
  return cases.map((text) => {
    const end = text.indexOf('\n');
    return { title: text.slice(0, end), body: text.slice(end + 1) };
  });
}

type Main = () => PromiseLike<unknown>;

/* eslint-disable @typescript-eslint/no-implied-eval -- the cases are ours */

function native(source: string, log: (...values: unknown[]) => void): Main {
  // Not every supported Node knows `await using`.
  const options = { target: source.includes('await using') ? ts.ScriptTarget.ES2022 : ts.ScriptTarget.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: { ...options, alwaysStrict: false } });
  const start = new Function('log', outputText) as (given: typeof log) => Main;
  return start(log);
}

function compiled(source: string, log: (...values: unknown[]) => void): Main {
  const result = transform(source, { filename: 'case.js', sourceType: 'script' });
  if (result === null) throw new Error('nothing was compiled');
  const make = new Function('require', 'log', result.code) as (...args: unknown[]) => () => asyncio.Coroutine<unknown>;
  const main = make(() => runtime, log);
  return () => asyncio.run(main);
}

/** Whether the engine can read it. */
function isAllowed(source: string): boolean {
  try {
    native(source, () => undefined);
    return true;
  } catch {
    return false;
  }
}

/* eslint-enable @typescript-eslint/no-implied-eval */

async function told(make: typeof native, source: string): Promise<string[]> {
  const lines: string[] = [];
  const log = (...values: unknown[]): void => void lines.push(values.map((value) => inspect(value)).join(' '));
  try {
    await make(source, log)();
    lines.push('over');
  } catch (error) {
    lines.push(`raised ${String(error)}`);
  }
  return lines;
}

describe.each(readdirSync(FOLDER))('%s', (file) => {
  describe.each(['sloppy', 'strict'])('%s', (mode) => {
    const directive = mode === 'strict' ? "'use strict';" : '';
    const sourceOf = ({ body }: Case): string => `${directive}return (async function main() {\n${body}\n});`;
    // Some of what is shown is only allowed in sloppy code.
    const allowed = casesOf(file).filter((one) => mode === 'sloppy' || isAllowed(sourceOf(one)));
    test.each(allowed)('$title', async (one) => {
      const source = sourceOf(one);
      const expected = await told(native, source);
      expect(expected.length).toBeGreaterThan(1);
      expect(await told(compiled, source)).toEqual(expected);
    });
  });
});
