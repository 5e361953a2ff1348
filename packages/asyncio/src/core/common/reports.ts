/**
 * Errors that nobody has looked at, and coroutines that nobody has awaited: law 7, nothing is lost.
 *
 * CPython reports them when the object dies, which reference counting makes prompt. Here the garbage collector tells,
 * some time later or never; so a record is kept of each, and what is left is reported when its loop closes or the
 * process ends. The record must not keep the object itself alive: it holds a weak reference and the text for the
 * report.
 */
import type { AbstractEventLoop } from '../contract/events.js';

/** Something that is reported unless it is withdrawn. */
export abstract class Report {
  /** The loop at whose close it is reported at the latest; null: at the end of the process. */
  readonly loop: AbstractEventLoop | null;
  readonly #subject: WeakRef<object>;

  constructor(loop: AbstractEventLoop | null, subject: object) {
    this.loop = loop;
    this.#subject = new WeakRef(subject);
    pending.add(this);
    collected.register(subject, this, this);
  }

  /** Says it; `subject` is null when it was collected. */
  abstract say(subject: object | null): void;

  /** The reason is gone. */
  withdraw(): void {
    pending.delete(this);
    collected.unregister(this);
  }

  /** Says it once. */
  deliver(): void {
    if (!pending.delete(this)) return;
    collected.unregister(this);
    this.say(this.#subject.deref() ?? null);
  }
}

const pending = new Set<Report>();
const collected = new FinalizationRegistry<Report>((report) => {
  report.deliver();
});

/** What most likely needs no report: making one costs more than all the rest of an error, so it waits. */
export interface Doubtful {
  /** Makes the report if it is still needed. */
  _reportUnseen(): void;
}

const doubtful: Doubtful[] = [];

/** Has something asked for its report when the running loop gives the host back. */
export function reportLater(subject: Doubtful): void {
  doubtful.push(subject);
}

/** Asks those that were to be asked later. */
export function askDoubtful(): void {
  if (doubtful.length === 0) return;
  for (const subject of doubtful) subject._reportUnseen();
  doubtful.length = 0;
}

/** Reports what is left of a loop, in the order in which it happened. */
export function sweepReports(loop: AbstractEventLoop): void {
  askDoubtful();
  for (const report of [...pending]) if (report.loop === loop) report.deliver();
}

/** Reports all that is left; for the end of the process. */
export function sweepAllReports(): void {
  askDoubtful();
  for (const report of [...pending]) report.deliver();
}
