/** Which Pythons there are to compare with. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, sep } from 'node:path';

/**
 * @typedef {object} Interpreter
 * @property {string} executable
 * @property {readonly [number, number, number]} version
 * @property {boolean} uvloop - uvloop can be imported.
 */

/** `asyncio.Runner`, which the programs use, came with this one. */
const OLDEST_MINOR = 11;

const QUESTION = `
import importlib.util, json, os, sys
print(json.dumps({
    'executable': os.path.realpath(sys.executable),
    'version': sys.version_info[:3],
    'uvloop': importlib.util.find_spec('uvloop') is not None,
}))`;

/**
 * @param {readonly string[]} commands
 * @returns {Interpreter[]} Oldest first, each once.
 */
function ask(commands) {
  /** @type {Map<string, Interpreter>} */
  const found = new Map();
  for (const command of commands) {
    try {
      const answer = execFileSync(command, ['-c', QUESTION], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      /** @type {Interpreter} */
      const interpreter = JSON.parse(answer);
      if (interpreter.version[1] >= OLDEST_MINOR) found.set(interpreter.executable, interpreter);
    } catch {
      // Not a Python 3, or one that doesn't start: there is nothing to compare with.
    }
  }
  return [...found.values()].sort((a, b) => age(a) - age(b));
}

/** @param {Interpreter} interpreter */
function age({ version }) {
  return version[1] * 1000 + version[2];
}

/** @returns {string[]} The `python3`s on the path; pyenv's stand-ins are none. */
function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.split(sep).includes('shims'));
  return folders.map((folder) => join(folder, 'python3')).filter((file) => existsSync(file));
}

/** @returns {string[]} */
function ofPyenv() {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.map((version) => join(folder, version, 'bin', 'python3')).filter((file) => existsSync(file));
}

/**
 * Interpreters to compare with: those that are asked for; else the ones on the path, which distributions build with
 * profile-guided optimisation, and the newest that pyenv has.
 *
 * @param {readonly string[]} commands - What was asked for.
 * @returns {Interpreter[]}
 */
export function findInterpreters(commands) {
  if (commands.length > 0) return ask(commands);
  const newest = ask(ofPyenv()).slice(-1);
  return ask([...onPath(), ...newest.map(({ executable }) => executable)]);
}
