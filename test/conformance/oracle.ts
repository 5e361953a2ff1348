/**
 * CPython as the judge: runs a Python program on virtual time and answers with its trace.
 *
 * The programs run in a process of their own, which stays for many programs. There are two: CPython 3.14 compiled to
 * WebAssembly (Pyodide, a development dependency: nothing has to be installed), and an installed CPython from 3.13 on,
 * for what Pyodide replaces by its own: policies, threads, signals. Both are told by `oracle.py` how to run a program.
 */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a program is run. */
export interface OracleOptions {
  /** In debug mode; by default not. */
  readonly debug?: boolean;
  /** With the reports that CPython makes when it collects an object; by default so. */
  readonly collect?: boolean;
  /** Source that stands before each program; by default none. */
  readonly prelude?: string;
}

/** A program that takes longer than this, loading included, is stuck. */
const TIME_LIMIT = 60_000;

type Environment = Readonly<Record<string, string>>;

/** A command for Python, with what it wants in its environment. */
export interface InstalledPython {
  readonly command: string;
  readonly environment: Environment;
}

const PYTHONS: readonly (readonly [command: string, environment: Environment])[] = [
  ['python3', { PYENV_VERSION: '3.13.0' }],
  ['python3.14', {}],
  ['python3.13', {}],
  ['python3', {}],
];

const OLDEST = [3, 13] as const;

export class Oracle {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #errors = '';
  #previous: Promise<unknown> = Promise.resolve();
  /** Python's version, such as `3.14.2`. */
  readonly version: Promise<string>;

  private constructor(command: string, args: readonly string[], environment: Environment = {}) {
    this.#process = spawn(command, args, { env: { ...process.env, ...environment } });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      // A crash of Pyodide prints the line that threw, and all its code is one line.
      this.#errors += text.replace(/^.{400,}$/gm, (line) => `${line.slice(0, 400)}…`);
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    this.version = this.#next().then((line) => (JSON.parse(line) as { version: string }).version);
    // Who asks for a trace hears of the failure as well.
    this.version.catch(() => undefined);
  }

  /** CPython 3.14 in Pyodide. */
  static pyodide(): Oracle {
    return new Oracle(process.execPath, [join(__dirname, 'pyodide-host.mjs')]);
  }

  /** An installed CPython, or the reason why there is none. */
  static cpython(): Oracle | string {
    const installed = Oracle.installed();
    if (typeof installed === 'string') return installed;
    const { command, environment } = installed;
    return new Oracle(command, [join(__dirname, 'oracle.py')], environment);
  }

  /** How an installed CPython is called, or the reason why there is none. */
  static installed(): InstalledPython | string {
    for (const [command, environment] of PYTHONS) {
      const asked = spawnSync(command, ['-c', 'import sys; print(*sys.version_info[:2])'], {
        env: { ...process.env, ...environment },
        encoding: 'utf8',
      });
      if (asked.status !== 0) continue;
      const [major = 0, minor = 0] = asked.stdout.trim().split(' ').map(Number);
      if (major !== OLDEST[0] || minor < OLDEST[1]) continue;
      return { command, environment };
    }
    return `no Python from ${OLDEST.join('.')} on is installed`;
  }

  /** The lines that the program writes; see `oracle.py` for what a program is. */
  async trace(source: string, options: OracleOptions = {}): Promise<string[]> {
    return (await this.traces([source], options))[0] as string[];
  }

  /** The lines of many programs, for one request. */
  async traces(sources: readonly string[], options: OracleOptions = {}): Promise<string[][]> {
    // One request at a time: answers come in the order of the questions.
    const answer = this.#previous.then(() => this.#ask(sources, options));
    this.#previous = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the process. */
  close(): void {
    this.#process.kill();
  }

  async #ask(sources: readonly string[], options: OracleOptions): Promise<string[][]> {
    await this.version;
    const { debug = false, collect = true, prelude = '' } = options;
    this.#process.stdin.write(JSON.stringify({ sources, debug, collect, prelude }) + '\n');
    return (JSON.parse(await this.#next()) as { traces: string[][] }).traces;
  }

  async #next(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.close();
        reject(new Error(`no answer within ${String(TIME_LIMIT / 1000)} seconds\n${this.#errors}`));
      }, TIME_LIMIT);
    });
    try {
      const line = await Promise.race([this.#lines.next(), limit]);
      if (line.done === true) throw new Error(`the oracle ended without an answer\n${this.#errors}`);
      return line.value;
    } finally {
      clearTimeout(timer);
    }
  }
}
