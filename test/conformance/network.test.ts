/**
 * The same programs in Python and in TypeScript, over real sockets: they print the same. `network/record.py` writes down
 * what CPython prints.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { hearSignals } from '../support/signals';

hearSignals();

const folder = join(__dirname, 'network');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.trace'))
  .map((name) => name.slice(0, -'.trace'.length));

type Trace = (...values: unknown[]) => void;

interface Program {
  readonly main: (trace: Trace, folder: string) => asyncio.Coroutine<unknown>;
}

function normalised(text: string, own: string): string {
  return text
    .replaceAll(own, 'FOLDER')
    .replace(/\bfd=\d+/g, 'fd=N')
    .replace(/\bpid=\d+|(<Process) \d+/g, (_, name: string | undefined) => `${name ?? 'pid'} N`)
    .replace(/('(?:127\.0\.0\.1|::1|0\.0\.0\.0)', )(?!0\b)\d+/g, '$1PORT')
    .replace(/0x[0-9a-f]+/g, '0x…')
    .replace(/(\w+\.)*\w+\.<locals>\./g, '')
    .replace(/,? (defined |created )?at [^\s,>\]]+:\d+(:\d+)?/g, '')
    .replace(/\n/g, ' | ');
}

async function play({ main }: Program): Promise<string[]> {
  const lines: string[] = [];
  const own = mkdtempSync(join(tmpdir(), 'asyncio-'));
  const write = (text: string): void => void lines.push(normalised(text, own));
  const trace: Trace = (...values) => {
    write(values.map((value, i) => (i === 0 && typeof value === 'string' ? value : asyncio.repr(value))).join(' '));
  };
  const handler: asyncio.LogHandler = {
    handle({ levelname, message, exc_info: raised }) {
      const more = raised === null || raised === undefined ? '' : `\nexc_info: ${asyncio.repr(raised)}`;
      write(`log ${levelname}: ${message}${more}`);
    },
  };
  asyncio.logger.addHandler(handler);
  try {
    write(`returned ${asyncio.repr(await asyncio.run(main(trace, own)))}`);
  } catch (error) {
    write(`raised ${asyncio.repr(error)}`);
  } finally {
    asyncio.logger.removeHandler(handler);
    rmSync(own, { recursive: true });
  }
  return lines;
}

test('there are programs', () => {
  expect(names.length).toBeGreaterThan(10);
});

test.each(names)('%s', async (name) => {
  const recorded = readFileSync(join(folder, `${name}.trace`), 'utf8')
    .trimEnd()
    .split('\n');
  const program = (await import(`./network/${name}`)) as Program;
  expect(await play(program)).toEqual(recorded);
});
