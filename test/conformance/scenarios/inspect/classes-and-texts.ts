// Classes tell their order of bases, texts are stripped of their indentation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  class Base {}
  class Middle extends Base {}
  class Last extends Middle {}

  const names = (cls: asyncio.inspect.AnyClass): string[] => inspect.getmro(cls).map((each) => each.name);
  // Here exceptions are JavaScript's errors as well.
  const object = (all: string[]): string[] =>
    all.filter((name) => name !== 'Error').map((name) => (name === 'Object' ? 'object' : name));
  trace('order', object(names(Last)));
  trace('errors', object(names(asyncio.CancelledError)));
  trace('errors', object(names(asyncio.QueueFull)));
  trace(
    'class',
    [Base, new Base(), asyncio.Task, Array.from, null].map((x) => inspect.isclass(x)),
  );
  trace(
    'function',
    [main, Base, new Base(), 42, null].map((x) => inspect.isfunction(x)),
  );
  trace('text', inspect.cleandoc('First line.\n\n    Indented.\n      More.\n    Back.\n'));
  trace('text', inspect.cleandoc('\n    a\n\tb\n\n'), inspect.cleandoc(''), inspect.cleandoc('  one'));
});
