// A manager may suppress the error of the body or put another in its place; one that can't be entered isn't left.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Manager {
  readonly trace: Trace;
  readonly name: string;
  readonly enter: Error | null;
  readonly leave: Error | null;
  readonly answer: unknown;

  constructor(trace: Trace, name: string, options: { enter?: Error; leave?: Error; answer?: unknown } = {}) {
    this.trace = trace;
    this.name = name;
    this.enter = options.enter ?? null;
    this.leave = options.leave ?? null;
    this.answer = options.answer ?? false;
  }

  @asyncio.coroutine
  async __aenter__(): Promise<void> {
    if (this.enter !== null) throw this.enter;
  }

  @asyncio.coroutine
  async __aexit__(_kind: unknown, error: unknown): Promise<unknown> {
    this.trace(this.name, 'sees', error);
    if (this.leave !== null) throw this.leave;
    return this.answer;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { KeyError, OSError, ValueError } = asyncio;

  const attempt = asyncio.coroutine(
    async (label: string, first: Manager, second: Manager, error: Error | null = new ValueError('bad')) => {
      try {
        await asyncio.async_with([first, second], async () => {
          if (error !== null) throw error;
          trace(label, 'body ends');
        });
        trace(label, 'goes on');
      } catch (caught) {
        trace(label, 'raised', caught);
      }
    },
  );

  const plain = new Manager(trace, 'a');
  const closed = (): Manager => new Manager(trace, 'b', { enter: new OSError('closed') });
  const failing = (): Manager => new Manager(trace, 'b', { leave: new KeyError('k') });
  await attempt('suppressed', plain, new Manager(trace, 'b', { answer: true }));
  await attempt('any true value', new Manager(trace, 'a', { answer: 'yes' }), new Manager(trace, 'b', { answer: '' }));
  await attempt('replaced', plain, failing());
  await attempt('not entered', plain, closed());
  await attempt('entering suppressed', new Manager(trace, 'a', { answer: true }), closed());
  await attempt('good body', plain, failing(), null);
});
