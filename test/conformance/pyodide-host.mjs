// Answers requests as `python3 oracle.py` does, with the CPython 3.14 that is compiled to WebAssembly.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadPyodide } from 'pyodide';

const say = (text) => process.stdout.write(text + '\n');

const python = await loadPyodide({ stdout: (text) => process.stderr.write(text + '\n') });
python.runPython(readFileSync(new URL('./oracle.py', import.meta.url), 'utf8'), { filename: 'oracle.py' });
const answer = python.globals.get('answer');
say(JSON.stringify({ version: python.runPython('import sys; sys.version.split()[0]') }));

for await (const line of createInterface({ input: process.stdin })) say(answer(line));
