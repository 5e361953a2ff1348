/** The one place that log records and warnings leave by. The logger is shaped like Python's `logging.Logger`. */
import { repr, str } from '../builtins/repr.js';
import { defaultHost } from './registry.js';

/** A record of the logger, named as in Python's `logging.LogRecord`. @public */
export interface LogRecord {
  /** The logger's name: `asyncio`. */
  readonly name: string;
  /** 10, 20, 30, 40 or 50. */
  readonly levelno: number;
  /** `DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`. */
  readonly levelname: string;
  /** The finished message. */
  readonly message: string;
  /** The exception that the record is about, or null. */
  readonly exc_info: unknown;
}

/** Something that takes log records. @public */
export interface LogHandler {
  /** Takes one record. */
  handle(record: LogRecord): void;
}

const LEVEL_NAMES: Readonly<Record<number, string>> = {
  10: 'DEBUG',
  20: 'INFO',
  30: 'WARNING',
  40: 'ERROR',
  50: 'CRITICAL',
};
const WARNING = 30;

/** Fills `%s`, `%r`, `%d` and `%.3f` of a message, the conversions that log calls use. */
function format(message: string, args: readonly unknown[]): string {
  let next = 0;
  return message.replace(/%(?:\.(\d+))?([srdf%])/g, (whole, digits: string | undefined, conversion: string) => {
    if (conversion === '%') return '%';
    if (next >= args.length) return whole;
    const value = args[next++];
    if (conversion === 'r') return repr(value);
    if (conversion === 'f') return Number(value).toFixed(digits === undefined ? 6 : Number(digits));
    return str(value);
  });
}

/** Where records go as long as nobody added a handler: warnings and worse to the error output, as in Python. */
function lastResort(record: LogRecord): void {
  if (record.levelno < WARNING) return;
  let text = record.message;
  if (record.exc_info instanceof Error) text += `\n${record.exc_info.stack ?? repr(record.exc_info)}`;
  defaultHost().write_error(`${text}\n`);
}

/**
 * A logger with the part of the interface of Python's `logging.Logger` that programs use to watch asyncio.
 *
 * @remarks
 * **Python.** `logging.Logger`. There are no parents and no filters: a record goes to the handlers of its own logger,
 * or, where there is none, to the error output if it is a warning or worse.
 *
 * @example
 * ```ts
 * const records: string[] = [];
 * asyncio.logger.addHandler({ handle: ({ levelname, message }) => void records.push(`${levelname}: ${message}`) });
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().call_exception_handler({ message: 'the cache is gone' });
 * });
 * await asyncio.run(main());
 * records; // => ['ERROR: the cache is gone']
 * ```
 *
 * @public
 */
export class Logger {
  /** The logger's name. */
  readonly name: string;
  /** The least level that is handled. */
  level: number = WARNING;
  /** The handlers, called in order; without one, warnings and worse go to the error output. */
  readonly handlers: LogHandler[] = [];

  /** Makes a logger of that name. */
  constructor(name: string) {
    this.name = name;
  }

  /** Sets the least level that is handled. */
  setLevel(level: number): void {
    this.level = level;
  }

  /** Adds a handler. */
  addHandler(handler: LogHandler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  /** Removes a handler. */
  removeHandler(handler: LogHandler): void {
    const index = this.handlers.indexOf(handler);
    if (index >= 0) this.handlers.splice(index, 1);
  }

  /** Whether a record of that level would be handled. */
  isEnabledFor(level: number): boolean {
    return level >= this.level;
  }

  /** Logs at level DEBUG; `%s`, `%r`, `%d` and `%.3f` are filled from `args`. */
  debug(message: string, ...args: unknown[]): void {
    this.#log(10, message, args, null);
  }

  /** Logs at level INFO. */
  info(message: string, ...args: unknown[]): void {
    this.#log(20, message, args, null);
  }

  /** Logs at level WARNING. */
  warning(message: string, ...args: unknown[]): void {
    this.#log(WARNING, message, args, null);
  }

  /** Logs at level ERROR. */
  error(message: string, ...args: unknown[]): void {
    this.#log(40, message, args, null);
  }

  /** Logs at level CRITICAL. */
  critical(message: string, ...args: unknown[]): void {
    this.#log(50, message, args, null);
  }

  /** Logs at any level. */
  log(level: number, message: string, ...args: unknown[]): void {
    this.#log(level, message, args, null);
  }

  /** Logs at level ERROR, with the exception's stack. */
  exception(message: string, exception: unknown): void {
    this.#log(40, message, [], exception);
  }

  /** As {@link Logger.exception}, at level CRITICAL. @internal */
  _criticalException(message: string, exception: unknown): void {
    this.#log(50, message, [], exception);
  }

  /** Writes a text to the error output as it is. @internal */
  raw(text: string): void {
    defaultHost().write_error(text);
  }

  #log(levelno: number, message: string, args: readonly unknown[], exception: unknown): void {
    if (!this.isEnabledFor(levelno)) return;
    const record: LogRecord = {
      name: this.name,
      levelno,
      levelname: LEVEL_NAMES[levelno] ?? `Level ${String(levelno)}`,
      message: args.length === 0 ? message : format(message, args),
      exc_info: exception,
    };
    if (this.handlers.length === 0) lastResort(record);
    for (const handler of this.handlers) handler.handle(record);
  }
}

/** The package's logger, `asyncio`. @public */
export const logger: Logger = new Logger('asyncio');

/** Issues a warning of a category such as `RuntimeWarning`. */
export function warn(message: string, category: string): void {
  defaultHost().emit_warning(message, category);
}
