/** `unclosed event loop`, in debug mode. Python has it always, and hides it unless it is told otherwise. */
import { repr } from '../../builtins/repr.js';
import { warn } from '../../host/log.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { Report } from '../common/reports.js';

/** Reported when the loop is collected, or at the end of the process. */
export class UnclosedLoop extends Report {
  readonly #name: string;

  constructor(loop: AbstractEventLoop) {
    super(null, loop);
    this.#name = loop.constructor.name;
  }

  say(loop: object | null): void {
    const text = loop === null ? `<${this.#name} running=False closed=False debug=True>` : repr(loop);
    warn(`unclosed event loop ${text}`, 'ResourceWarning');
  }
}
