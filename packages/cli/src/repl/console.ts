/** Node's REPL, with Python's prompts and Python's Ctrl-C. */
import type { EventEmitter } from 'node:events';
import { Interface } from 'node:readline';
import { Recoverable, start, type REPLServer } from 'node:repl';
import type { Completer } from './completion.js';
import { inputOf, type Input } from './input.js';
import { endsEarly } from './reading.js';
import type { Session, Value } from './session.js';
import type { Writer } from './showing.js';

/** What a console is made of. */
export interface Parts {
  readonly session: Session;
  readonly completer: Completer;
  readonly writer: Writer;
  /** The file of the history; null for none. */
  readonly history: string | null;
}

const PROMPT = '>>> ';
const CONTINUATION = '... ';

type Callback = (error: Error | null, result?: unknown) => void;

/** A prompt. It ends by Ctrl-D, by `exit` or by a `SystemExit`. */
export class Console {
  readonly #server: REPLServer;
  readonly #take: (line: string) => void;
  readonly #session: Session;
  readonly #show: Writer;
  readonly #ended: Promise<unknown>;
  #isUnfinished = false;
  #exitCode: unknown = null;
  #isBusy = false;
  /** Lines that were typed ahead: Node would mix them up with the one that runs. */
  readonly #ahead: string[] = [];

  constructor({ session, completer, writer, history }: Parts) {
    this.#session = session;
    this.#show = writer;
    const server = start({
      prompt: PROMPT,
      useGlobal: true,
      ignoreUndefined: true,
      writer: writer.value,
      completer,
      eval: (text: string, _context: unknown, _file: string, callback: Callback) => {
        this.#evaluate(text, callback);
      },
    });
    this.#server = server;
    // Before Node 24, whose editor shows the lines of one input behind `| `, which can't be changed.
    server.displayPrompt = (preserveCursor) => {
      Interface.prototype.setPrompt.call(server, this.#isUnfinished ? CONTINUATION : PROMPT);
      server.prompt(preserveCursor);
    };
    this.#ended = new Promise((resolve) => {
      server.on('exit', () => {
        resolve(this.#exitCode);
      });
    });
    const [take] = server.listeners('line') as ((line: string) => void)[];
    server.removeAllListeners('line');
    server.on('line', (line: string) => {
      this.#ahead.push(line);
      this.#takeLines();
    });
    this.#take = take as (line: string) => void;
    // Until Node 24 it catches what fails between the inputs, and shows it in its own way.
    const { _domain: domain } = server as { readonly _domain?: EventEmitter };
    domain?.removeAllListeners('error').on('error', (error) => {
      this.print(writer.error(error));
    });
    // Node's own would end the prompt.
    server.removeAllListeners('SIGINT');
    server.on('SIGINT', () => {
      this.#interrupt();
    });
    // Ctrl-D leaves the cursor behind the prompt.
    server.once('close', () => {
      if (this.#exitCode === null) server.output.write('\n');
    });
    if (history !== null) server.setupHistory(history, () => undefined);
  }

  /** Resolves when the prompt has been left, to what the process is to end with. */
  ended(): Promise<unknown> {
    return this.#ended;
  }

  /** Prints a text, and the prompt anew. */
  print(text: string): void {
    this.#server.output.write(`\n${text}\n`);
    this.#server.displayPrompt(true);
  }

  /** Ends the prompt. */
  exit(code: unknown): void {
    this.#exitCode = code;
    this.#server.close();
  }

  #takeLines(): void {
    while (!this.#isBusy) {
      let line = this.#ahead.shift();
      if (line === undefined) return;
      // From Node 24 on the lines of one input come at once; where they were typed ahead they do not.
      while (this.#ahead.length > 0 && !this.#isUnfinished && endsEarly(line)) line += `\n${this.#ahead.shift() ?? ''}`;
      this.#take(line);
    }
  }

  #evaluate(text: string, callback: Callback): void {
    this.#isUnfinished = false;
    if (/^\s*(?:exit|quit)(?:\(\s*\))?;?\s*$/.test(text)) {
      this.exit(0);
      return;
    }
    let input: Input | 'unfinished';
    try {
      input = inputOf(text);
    } catch (error) {
      this.#failed(error, callback);
      return;
    }
    if (input === 'unfinished') {
      this.#isUnfinished = true;
      callback(new Recoverable(new SyntaxError('unfinished')));
      return;
    }
    this.#isBusy = true;
    const done = (show: () => void) => {
      this.#isBusy = false;
      show();
      this.#takeLines();
    };
    this.#session.run(input).then(
      (value) => {
        done(() => {
          this.#succeeded(value, callback);
        });
      },
      (error: unknown) => {
        done(() => {
          this.#failed(error, callback);
        });
      },
    );
  }

  /** As Python: None, which is null here, isn't shown, and `_` keeps what it was. */
  #succeeded(value: Value, callback: Callback): void {
    if (value?.value == null) callback(null);
    else callback(null, value.value);
  }

  #failed(error: unknown, callback: Callback): void {
    if (error instanceof Error && error.name === 'SystemExit' && 'code' in error) {
      this.exit(error.code ?? 0);
      return;
    }
    this.#server.output.write(`${this.#show.error(error)}\n`);
    callback(null);
  }

  #interrupt(): void {
    this.#ahead.length = 0;
    if (this.#session.interrupt()) return;
    this.#server.clearBufferedCommand();
    this.#isUnfinished = false;
    // Readline's way to throw a line away.
    Object.assign(this.#server, { line: '', cursor: 0 });
    this.#server.output.write('\nKeyboardInterrupt\n');
    this.#server.displayPrompt();
  }
}
