/** A command in a terminal: what it shows is waited for, what is typed is typed. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';

/** What a terminal does with the cursor. */
// eslint-disable-next-line no-control-regex
const CONTROL = /\u001b\[[\d;?]*[A-Za-z]|\r/g;

/** Milliseconds. */
const PATIENCE = 15_000;

export class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<unknown[]>;
  #shown = '';
  #waiting: (() => void) | null = null;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#closed = once(child, 'close');
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#shown += text;
        this.#waiting?.();
      });
    }
  }

  /** Waits for a text, and gives what has been shown up to its end, without what was shown before. */
  async until(text: string): Promise<string> {
    for (;;) {
      const plain = this.#shown.replace(CONTROL, '');
      const index = plain.indexOf(text);
      if (index >= 0) {
        this.#shown = plain.slice(index + text.length);
        return plain.slice(0, index + text.length);
      }
      const outcome = await this.#news();
      if (outcome !== 'more') throw new Error(`${outcome} before ${JSON.stringify(text)}: ${JSON.stringify(plain)}`);
    }
  }

  /** Waits for more to be shown; long enough for any machine, so that a test that waits in vain says for what. */
  async #news(): Promise<'more' | 'the end' | 'too long'> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        new Promise<'more'>((resolve) => {
          this.#waiting = () => {
            resolve('more');
          };
        }),
        this.#closed.then(() => 'the end' as const),
        new Promise<'too long'>((resolve) => {
          timer = setTimeout(() => {
            resolve('too long');
          }, PATIENCE);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  type(keys: string): void {
    this.#child.stdin.write(keys);
  }

  /** Types a line, and gives what is shown between it and the next prompt. */
  async enter(line: string, prompt = '>>> '): Promise<string> {
    this.type(`${line}\n`);
    await this.until(`${line}\n`);
    const shown = await this.until(prompt);
    return shown.slice(0, -prompt.length);
  }

  /** Waits for the end, and gives the exit code. */
  async ended(): Promise<unknown> {
    const [code] = await this.#closed;
    return code;
  }

  /** Ends it, if it hasn't ended by itself. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null) this.#child.kill();
    await this.#closed;
  }
}
