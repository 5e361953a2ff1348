/** Child processes, by Node's `child_process`. */
import type * as ChildProcess from 'node:child_process';
import type * as Fs from 'node:fs';
import type * as Net from 'node:net';
import os from 'node:os';
import nodeProcess from 'node:process';
import { setImmediate } from 'node:timers';

import type { ByteStream } from '../host/network.js';
import type { Child, ChildDescriptor, Command, Processes } from '../host/processes.js';
import { net, NodeStream } from './streams.js';

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');
const childProcess = (): typeof ChildProcess => nodeProcess.getBuiltinModule('node:child_process');

/** What Node keeps of a child, and does with it when it ends. */
interface Inner {
  stdin: unknown;
  stdio: unknown[];
}

class NodeChild implements Child {
  readonly pid: number;
  readonly native: ChildProcess.ChildProcess;
  readonly pipes: ReadonlyMap<number, ByteStream>;
  returncode: number | null = null;
  ended: ((returncode: number) => void) | null = null;

  constructor(child: ChildProcess.ChildProcess, pid: number) {
    this.native = child;
    this.pid = pid;
    this.pipes = takePipes(child);
    child.on('exit', (code, signal) => {
      this.returncode = code ?? -os.constants.signals[signal as NodeJS.Signals];
      // What it wrote before comes first.
      setImmediate(this.#tell);
    });
    // A signal that couldn't be sent is told where it was sent.
    child.on('error', () => undefined);
  }

  readonly #tell = (): void => {
    this.ended?.(this.returncode as number);
  };

  kill(signal: number): void {
    // Somebody else may have the number by now.
    if (this.returncode === null) nodeProcess.kill(this.pid, signal);
  }

  release(): void {
    this.native.unref();
  }
}

/**
 * When a child ends, Node closes its input and reads the rest of its output, whether it is wanted or not. So its
 * streams are taken away from it.
 */
function takePipes(child: ChildProcess.ChildProcess): ReadonlyMap<number, ByteStream> {
  const pipes = new Map<number, ByteStream>();
  child.stdio.forEach((stream, fd) => {
    if (stream instanceof net().Socket) pipes.set(fd, new NodeStream(fd === 0 ? readable(stream) : stream, ''));
  });
  const inner = child as unknown as Inner;
  inner.stdin = null;
  inner.stdio = [];
  return pipes;
}

/** Node only writes to the input of a child, and so isn't told when the child closes it. This reads from it as well. */
function readable(stdin: Net.Socket): Net.Socket {
  const inner = stdin as unknown as { _handle: object | null };
  const handle = inner._handle;
  inner._handle = null;
  return new (net().Socket)({ ...{ handle, manualStart: true }, readable: true, writable: true, allowHalfOpen: true });
}

export const processes: Processes = {
  spawn: (command, failed) => {
    let child: ChildProcess.ChildProcess;
    try {
      child = childProcess().spawn(command.program, command.args.slice(1), {
        argv0: command.args[0],
        stdio: stdioOf(command.descriptors),
        detached: command.startsSession,
        ...(command.cwd !== null && { cwd: command.cwd }),
        ...(command.env !== null && { env: command.env }),
        ...(command.user !== null && { uid: command.user }),
        ...(command.group !== null && { gid: command.group }),
      });
    } catch (error) {
      nodeProcess.nextTick(failed, honest(error as NodeJS.ErrnoException, command));
      return null;
    }
    if (child.pid !== undefined) return new NodeChild(child, child.pid);
    child.on('error', (error) => {
      failed(honest(error, command));
    });
    return null;
  },
};

/** Node counts the descriptors in an array; those between stay closed. */
function stdioOf(descriptors: ReadonlyMap<number, ChildDescriptor>): ChildProcess.StdioOptions {
  const stdio = Array.from({ length: Math.max(...descriptors.keys()) + 1 }, (): number | 'pipe' | 'ignore' => 'ignore');
  for (const [fd, descriptor] of descriptors) stdio[fd] = descriptor === 'null' ? 'ignore' : descriptor;
  return stdio;
}

/** Node blames the program for everything. */
function honest(error: NodeJS.ErrnoException, { program, cwd }: Command): NodeJS.ErrnoException {
  const inFolder = cwd === null ? null : complaintAbout(cwd);
  if (inFolder === error.code) error.path = cwd as string;
  else if (error.code === 'EBADF' || error.code === 'EPERM') delete error.path;
  else error.path = program;
  return error;
}

/** Why a folder can't be the current one; null if it can. */
function complaintAbout(folder: string): string | null {
  try {
    if (!fs().statSync(folder).isDirectory()) return 'ENOTDIR';
    fs().accessSync(folder, fs().constants.X_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? null;
  }
}
