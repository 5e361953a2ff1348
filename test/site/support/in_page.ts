/** The half of the tests of examples that is in a page of the site: it runs programs by what its own pages run them by. */
import type { Stream } from '../../../docs/live/messages';
import { Session } from '../../../docs/live/session';

export interface Program {
  readonly name: string;
  readonly source: string;
  /** Whether the clock jumps to the next deadline. */
  readonly virtual: boolean;
}

/** What has come of one. */
export interface Ran {
  readonly name: string;
  readonly lines: readonly { readonly stream: Stream; readonly text: string }[];
  /** `stopped`: it took too long. */
  readonly end: 'ended' | 'failed' | 'stopped';
}

const LIMIT_IN_MILLISECONDS = 30_000;

function runOne({ name, source, virtual }: Program, base: string): Promise<Ran> {
  const lines: Ran['lines'][number][] = [];
  return new Promise((resolve) => {
    const session = new Session('typescript', { source, virtual, traced: false }, base, {
      news(news) {
        if (news.type === 'print') lines.push({ stream: news.stream, text: news.text });
        if (news.type === 'end') finish(news.failed ? 'failed' : 'ended');
      },
    });
    const limit = setTimeout(() => {
      session.stop();
      finish('stopped');
    }, LIMIT_IN_MILLISECONDS);
    function finish(end: Ran['end']): void {
      clearTimeout(limit);
      resolve({ name, lines, end });
    }
  });
}

/** Runs programs, so many at once as the machine has processors. */
export async function runAll(programs: readonly Program[], base: string): Promise<Ran[]> {
  const queue = [...programs];
  const all: Ran[] = [];
  const drain = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) all.push(await runOne(one, base));
  };
  await Promise.all(Array.from({ length: navigator.hardwareConcurrency }, drain));
  return all;
}
