// Runs programs for the other scripts.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the workspace, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The library's own folder. */
export const library = `${root}/packages/asyncio`;

const onWindows = process.platform === 'win32';

/** Runs a program in the foreground and answers whether it succeeded. */
export function succeeds(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: onWindows, ...options });
  if (error !== undefined) console.error(`${command} ${args.join(' ')}: ${error.message}`);
  return status === 0;
}

/** Runs a program in the background; answers, when it has ended, whether it succeeded and what it printed. */
export async function outcome(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: onWindows, ...options });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      printed += `${command} ${args.join(' ')}: ${error.message}\n`;
      resolve(null);
    });
    child.on('close', resolve);
  });
  return { succeeded: status === 0, printed };
}

/** Runs a program in the foreground; when it fails, this process ends as well. */
export function run(command, args, options) {
  if (!succeeds(command, args, options)) {
    console.error(`\nfailed: ${[command, ...args].join(' ')}`);
    process.exit(1);
  }
}

/** Runs a program and returns what it printed; when it fails, its output is shown and this process ends. */
export function output(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows,
    ...options,
  });
  if (error !== undefined) throw error;
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nfailed: ${[command, ...args].join(' ')}`);
    process.exit(1);
  }
  return stdout;
}

/** The path of a tool that the workspace has installed. */
export const tool = (name) => `${root}/node_modules/.bin/${name}${onWindows ? '.cmd' : ''}`;
