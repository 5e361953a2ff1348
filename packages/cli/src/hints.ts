/** What a beginner is told beside the error, or where there is none. */
import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

const EXTENSIONS = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'];

/** Why a path can't be run; null if it can. */
export function problemWith(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    const meant = EXTENSIONS.map((extension) => path + extension).find((candidate) => existsSync(candidate));
    return `can't open file '${path}': there is no such file${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  }
  if (found.isDirectory()) {
    const meant = ['main.ts', 'index.ts'].map((name) => join(path, name)).find((candidate) => existsSync(candidate));
    return `can't run '${path}': it is a directory${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  }
  if (EXTENSIONS.includes(extname(path))) return null;
  return `can't run '${path}': its name must end with ${EXTENSIONS.join(', ')}`;
}

const DEFINES_MAIN =
  /^(?:async\s+function\s+main\b|(?:const|let|var)\s+main\s*=\s*(?:async\b|asyncio\.coroutine\b|coroutine\b))/m;

/** When a program ends well that has a `main` and never names it again, says what is missing. */
export function hintAboutMain(source: string): void {
  if (!DEFINES_MAIN.test(source) || (source.match(/\bmain\b/g)?.length ?? 0) > 1) return;
  process.on('exit', (code) => {
    if (code !== 0) return;
    process.stderr.write('asyncio: main is defined, but nobody runs it. Write at the end: await asyncio.run(main())\n');
  });
}
