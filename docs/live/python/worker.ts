/** Runs one Python program by CPython, which Pyodide brings into the browser. Then it is thrown away. */
import type { Stream, WorkerScope } from '../messages';
import loop from './loop.py';

/** Of Pyodide, what is used here. Its own types look for those of Emscripten, which it doesn't bring. */
interface Pyodide {
  loadPyodide(settings: {
    indexURL: string;
    stdout: (text: string) => void;
    stderr: (text: string) => void;
  }): Promise<{ runPython(code: string): unknown; globals: { get(name: string): unknown } }>;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  scope.onmessage = null;
  void run(data.source, data.pyodide);
};

async function run(source: string, files: string): Promise<void> {
  const printer = (stream: Stream) => (text: string) => {
    scope.postMessage({ type: 'print', stream, text });
  };
  let failed = false;
  let began = performance.now();
  try {
    const { loadPyodide } = (await import(`${files}pyodide.mjs`)) as Pyodide;
    const python = await loadPyodide({ indexURL: files, stdout: printer('output'), stderr: printer('error') });
    python.runPython(loop);
    const runProgram = python.globals.get('run_program') as (source: string) => void;
    scope.postMessage({ type: 'started' });
    began = performance.now();
    runProgram(source);
  } catch (error) {
    failed = true;
    printer('error')(withoutOwnFrames(error instanceof Error ? error.message : String(error)));
  }
  scope.postMessage({ type: 'end', seconds: (performance.now() - began) / 1000, failed });
}

/** A traceback from where the program begins. */
function withoutOwnFrames(traceback: string): string {
  const lines = traceback.trimEnd().split('\n');
  const first = lines.findIndex((line) => line.includes('"program.py"'));
  return first < 0 ? lines.join('\n') : ['Traceback (most recent call last):', ...lines.slice(first)].join('\n');
}
