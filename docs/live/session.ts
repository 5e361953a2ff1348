/** A program that runs in a worker, as the page sees it: it can be stopped whatever it does. */
import files from './files.json';
import type { News, Run } from './messages';

/** In which language a program is. */
export type Language = 'typescript' | 'python';

/** What is told of a run; the last call is `ended`. */
export interface Watcher {
  news(news: News): void;
}

export class Session {
  readonly #worker: Worker;
  readonly #watcher: Watcher;
  #over = false;

  /** @param base - The path under which the site stands, with a slash at its end. */
  constructor(language: Language, run: Omit<Run, 'pyodide'>, base: string, watcher: Watcher) {
    this.#watcher = watcher;
    const at = (file: string) => new URL(base + file, location.href).href;
    this.#worker = new Worker(at(files[language]), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<News>) => {
      if (this.#over) return;
      if (data.type === 'end') this.#end();
      watcher.news(data);
    };
    this.#worker.onerror = (event) => {
      this.#fail(event.message || 'The worker could not be loaded.');
    };
    this.#worker.postMessage({ ...run, pyodide: at(files.pyodide) } satisfies Run);
  }

  /** Ends the program, wherever it is. Nothing more is told of it. */
  stop(): void {
    this.#end();
  }

  #fail(text: string): void {
    if (this.#over) return;
    this.#end();
    this.#watcher.news({ type: 'print', stream: 'error', text });
    this.#watcher.news({ type: 'end', seconds: 0, failed: true });
  }

  #end(): void {
    this.#over = true;
    this.#worker.terminate();
  }
}
