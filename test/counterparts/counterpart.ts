/** Programs of others that talk to ours. Where one isn't installed, its tests are skipped, and say so. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program is installed. */
const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** `describe` for the tests of a program. */
export function describeWith(programs: readonly string[], title: string, tests: () => void): void {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) describe(title, tests);
  else
    describe.skip(
      `${title} (skipped: ${missing.join(', ')} is not installed; npm run counterparts installs it)`,
      tests,
    );
}

// Programs of others take their time to start.
jest.setTimeout(60_000);

const running = new Set<ChildProcess>();
const folders: string[] = [];

afterEach(async () => {
  for (const child of running) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder for the length of a test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'counterpart-'));
  folders.push(made);
  return made;
}

/** A server that runs. */
export interface Started {
  readonly child: ChildProcess;
  /** What it wrote when it was ready. */
  readonly written: string;
}

/** Starts a server, which is ended with the test; it is ready when it writes what matches. */
export function start(program: string, args: readonly string[], ready: RegExp): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    running.add(child);
    let text = '';
    const look = (chunk: Buffer): void => {
      text += chunk.toString();
      if (ready.test(text)) resolve({ child, written: text });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`${program} ended with ${String(code)}: ${text}`));
    });
  });
}

/** What a program writes until it ends. */
export function output(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    running.add(child);
    let text = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(text);
      else reject(new Error(`${program} ended with ${String(code)}: ${errors}`));
    });
    child.stdin.end(input);
  });
}

/** A port at which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}
