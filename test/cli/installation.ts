/** The command, installed in a folder of its own, and an empty folder elsewhere for programs. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a command has ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export class Installation {
  readonly #tools = realpathSync(mkdtempSync(join(tmpdir(), 'asyncio-ts-command-')));
  /** Where the programs are; nothing is installed there. */
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'asyncio-ts-programs-')));
  readonly command: string = join(this.#tools, 'command/bin/asyncio.mjs');

  constructor() {
    const { status, stderr } = spawnSync(process.execPath, [join(__dirname, 'build.mjs'), this.#tools], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (status !== 0) throw new Error(stderr);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  /** Runs the command to its end. */
  run(args: readonly string[], input = ''): Ended {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.command, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: environment({}),
      input,
      timeout: 60_000,
    });
    return { code: status, output: stdout, errors: stderr.replaceAll(/\(node:\d+\)/g, '(node:1)') };
  }

  /** Starts the command, in a terminal or without one. */
  start(
    args: readonly string[],
    { terminal = false, variables = {} }: { terminal?: boolean; variables?: Readonly<Record<string, string>> } = {},
  ): ChildProcessWithoutNullStreams {
    const line = [process.execPath, this.command, ...args];
    const [program, ...rest] = terminal ? ['python3', join(__dirname, '../support/terminal.py'), ...line] : line;
    return spawn(program as string, rest, { cwd: this.folder, env: environment(variables) });
  }

  remove(): void {
    for (const folder of [this.#tools, this.folder]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Without what the runner of these tests, or what has started it, tells its own children. */
function environment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const {
    NODE_OPTIONS: _,
    NODE_PATH: __,
    JEST_WORKER_ID: ___,
    NODE_ENV: ____,
    FORCE_COLOR: _____,
    ...rest
  } = process.env;
  return { ...rest, NO_COLOR: '1', TERM: 'xterm', ASYNCIO_TS_HISTORY: '', ...variables };
}
