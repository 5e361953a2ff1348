/** Texts for callbacks and stacks; the formats are those that CPython 3.14 printed, without the places in sources. */
import { createdAt, extractStack, formatCallback, formatStack, stackOf } from '#asyncio/core/common/format_helpers';
import { ValueError } from 'asyncio-ts';

describe('a callback', () => {
  function named(): void {
    // Only its name matters.
  }
  class Callable {
    method(): void {
      // Only its name matters.
    }
    __repr__(): string {
      return 'C!';
    }
  }

  test('goes by its name', () => {
    const qualified = Object.assign(() => 0, { __qualname__: 'Owner.method' });
    const renamed = Object.assign(() => 0, { __name__: 'renamed' });
    expect(formatCallback(named, [])).toBe('named()');
    expect(formatCallback(named.bind(null).bind(null), [])).toBe('named()');
    expect(formatCallback(new Callable().method, [])).toBe('method()');
    expect(
      formatCallback(
        (
          () => () =>
            0
        )(),
        [],
      ),
    ).toBe('<lambda>()');
    expect(formatCallback(qualified, [])).toBe('Owner.method()');
    expect(formatCallback(renamed, [])).toBe('renamed()');
    expect(formatCallback(new Callable(), [])).toBe('C!()');
    expect(formatCallback(3, [])).toBe('3()');
  });

  test('shows its arguments in debug mode only, shortened', () => {
    const args = [1, 'x'.repeat(50), [1, 2, 3, 4, 5, 6, 7]];
    expect(formatCallback(named, args)).toBe('named()');
    expect(formatCallback(named, args, true)).toBe("named(1, 'xxxxxxxxxxxx...xxxxxxxxxxxxx', [1, 2, 3, 4, 5, 6, ...])");
  });
});

describe('a stack', () => {
  function caller(): ReturnType<typeof extractStack> {
    return extractStack();
  }

  test('is that of the caller, oldest frame first, without the frames of the library', () => {
    const frames = caller();
    const last = frames[frames.length - 1];
    expect(last?.name).toBe('caller');
    expect(last?.filename).toMatch(/format_helpers\.test\.ts$/);
    expect(last?.lineno).toBeGreaterThan(0);
    expect(frames.length).toBeLessThanOrEqual(10);
    expect(frames.some(({ filename }) => /src[\\/]core/.test(filename))).toBe(false);
  });

  test('is as deep as it is told, and leaves the limit of errors alone', () => {
    const deep = (level: number): ReturnType<typeof extractStack> => (level > 0 ? deep(level - 1) : extractStack(3));
    const before = Error.stackTraceLimit;
    expect(deep(30).map(({ name }) => name)).toEqual(['deep', 'deep', 'deep']);
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('of an error is read in the formats of all engines', () => {
    const error = new ValueError('x');
    error.stack = [
      'ValueError: x',
      '    at inner (/home/user/file.ts:3:7)',
      '    at async outer (file:///home/user/file.mjs:10:2)',
      '    at new Made (/home/user/file.ts:20:1)',
      '    at /home/user/file.ts:30:1',
      '    at node:internal/process/task_queues:95:5',
      'gecko@https://example.org/file.js:40:11',
    ].join('\n');
    expect(stackOf(error)).toEqual([
      { filename: 'https://example.org/file.js', lineno: 40, name: 'gecko' },
      { filename: '/home/user/file.ts', lineno: 30, name: '<module>' },
      { filename: '/home/user/file.ts', lineno: 20, name: 'Made' },
      { filename: 'file:///home/user/file.mjs', lineno: 10, name: 'outer' },
      { filename: '/home/user/file.ts', lineno: 3, name: 'inner' },
    ]);
  });

  test('of what has none is empty', () => {
    expect([stackOf(null), stackOf('text'), stackOf({ stack: 3 }), stackOf({ stack: 'no frames' })]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('is printed as Python prints tracebacks', () => {
    const frames = [
      { filename: 'a.ts', lineno: 1, name: '<module>' },
      { filename: 'b.ts', lineno: 2, name: 'work' },
    ];
    expect(formatStack(frames)).toBe('  File "a.ts", line 1, in <module>\n  File "b.ts", line 2, in work\n');
    expect(formatStack([])).toBe('');
  });

  test('ends a repr by its last frame', () => {
    expect(createdAt([{ filename: 'b.ts', lineno: 2, name: 'work' }])).toBe(' created at b.ts:2');
    expect([createdAt([]), createdAt(null)]).toEqual(['', '']);
  });
});
