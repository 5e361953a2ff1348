/** A run of a program, for components: what has been printed, whether it goes on, what its loops did. */
import { useData } from 'vitepress';
import { onUnmounted, reactive, shallowRef } from 'vue';
import type { News, Stream, TraceEvent } from '../../live/messages';
import { Session, type Language } from '../../live/session';

export interface Line {
  readonly stream: Stream;
  readonly text: string;
}

export type Phase = 'none' | 'loading' | 'running' | 'ended' | 'failed' | 'stopped';

/** More lines than this nobody reads; an endless loop would fill the page. */
const MOST_LINES = 1000;

/** Lines that come within so many milliseconds are shown together. */
const PATIENCE = 30;

export interface RunState {
  phase: Phase;
  lines: Line[];
  left_out: number;
  seconds: number;
  dropped: number;
}

export function useRun(language: Language) {
  const { site } = useData();
  const state = reactive<RunState>({ phase: 'none', lines: [], left_out: 0, seconds: 0, dropped: 0 });
  const events = shallowRef<readonly TraceEvent[]>([]);
  let session: Session | null = null;
  let waiting: Line[] = [];
  let records: TraceEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let finish: (() => void) | null = null;

  function show(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const room = MOST_LINES - state.lines.length;
    state.lines.push(...waiting.slice(0, Math.max(room, 0)));
    state.left_out += Math.max(waiting.length - Math.max(room, 0), 0);
    waiting = [];
  }

  function take(news: News): void {
    switch (news.type) {
      case 'started':
        state.phase = 'running';
        return;
      case 'print':
        waiting.push(...news.text.split('\n').map((text) => ({ stream: news.stream, text })));
        timer ??= setTimeout(show, PATIENCE);
        return;
      case 'trace':
        records.push(...news.events);
        state.dropped = news.dropped;
        return;
      case 'end':
        end(news.failed ? 'failed' : 'ended', news.seconds);
    }
  }

  function end(phase: Phase, seconds: number): void {
    session = null;
    show();
    state.phase = phase;
    state.seconds = seconds;
    events.value = records;
    finish?.();
    finish = null;
  }

  /** Runs a program; the promise is kept when it has ended or was stopped. */
  function run(source: string, { traced = false, virtual = false } = {}): Promise<void> {
    stop();
    Object.assign(state, { phase: 'loading', lines: [], left_out: 0, seconds: 0, dropped: 0 } satisfies RunState);
    records = [];
    events.value = [];
    return new Promise((resolve) => {
      finish = resolve;
      session = new Session(language, { source, traced, virtual }, site.value.base, { news: take });
    });
  }

  function stop(): void {
    if (session === null) return;
    session.stop();
    end('stopped', 0);
  }

  onUnmounted(stop);
  return { state, events, run, stop };
}
