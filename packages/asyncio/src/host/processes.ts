/**
 * What the library wants of an operating system besides its network: pipes, child processes, signals. See `network.ts`.
 */
import type { ByteStream } from './network.js';

/** In which direction a pipe is used from here. */
export type Side = 'read' | 'write';

/** What a descriptor leads to. */
export type DescriptorKind = 'pipe' | 'socket' | 'device' | 'other';

/** Descriptors of the program's own. Each method throws what the system says. */
export interface Pipes {
  /** The descriptor of a stream of the platform's own, such as `process.stdin`; null if the value is none. */
  filenoOf(value: unknown): number | null;
  /** What a descriptor leads to. */
  kind(fileno: number): DescriptorKind;
  /** A stream over a descriptor, which closes it; over a stream of the platform's own; or over something that has a
   * descriptor, which is closed by its own `close()`. */
  open(pipe: unknown, fileno: number, side: Side): ByteStream;
}

/** What stands behind a descriptor of a child: a pipe to this program, nothing, or a descriptor of this program's. */
export type ChildDescriptor = 'pipe' | 'null' | number;

/** What a child is started with. */
export interface Command {
  /** The program: a path, or a name that is looked up. */
  readonly program: string;
  /** Its arguments; the first is what it calls itself. */
  readonly args: readonly string[];
  readonly cwd: string | null;
  /** Its variables; null for ours. */
  readonly env: Readonly<Record<string, string>> | null;
  readonly descriptors: ReadonlyMap<number, ChildDescriptor>;
  readonly startsSession: boolean;
  readonly user: number | null;
  readonly group: number | null;
}

/** A child. It keeps this program alive until it has ended. */
export interface Child {
  readonly pid: number;
  /** The platform's own object. */
  readonly native: object;
  /** Those of its descriptors that are pipes. */
  readonly pipes: ReadonlyMap<number, ByteStream>;
  /** Its exit code, or minus the number of the signal that ended it; null while it runs. */
  readonly returncode: number | null;
  /** Told once, when it has ended; at first nobody is. */
  ended: ((returncode: number) => void) | null;
  /** Sends a signal, unless it has ended. It throws what the system says. */
  kill(signal: number): void;
  /** It doesn't keep this program alive any more. */
  release(): void;
}

/** Child processes. */
export interface Processes {
  /** Starts a program. Null if that failed: `failed` is called with the reason. */
  spawn(command: Command, failed: (error: Error) => void): Child | null;
}

/** Signals of the system. */
export interface Signals {
  /** Their numbers, by their names. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Whether the system has a signal of that number. */
  has(signal: number): boolean;
  /** Whether this thread gets signals at all. */
  readonly arrive: boolean;
  /** Calls back on each such signal, instead of what the system would do. Gives what ends that.
   * It throws what the system says. */
  watch(signal: number, received: () => void): () => void;
}
