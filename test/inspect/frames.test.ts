import { basename } from 'node:path';
import * as asyncio from 'asyncio-ts';

const { currentframe, stack } = asyncio.inspect;

function inner(): asyncio.inspect.FrameInfo[] {
  return stack();
}
function outer(): asyncio.inspect.FrameInfo[] {
  return inner();
}
class Walker {
  walk(): asyncio.inspect.Frame | null {
    return currentframe();
  }
}

describe('stack', () => {
  test('begins with the calling function and goes to its callers', () => {
    expect(
      outer()
        .slice(0, 2)
        .map((info) => info.function),
    ).toEqual(['inner', 'outer']);
  });

  test('each line says where it is, in the fields of Python', () => {
    const [info] = outer();
    expect(basename(info?.filename ?? '')).toBe('frames.test.ts');
    expect(info?.lineno).toBe(7);
    expect(info).toMatchObject({ code_context: null, index: null, positions: null });
    expect(info?.frame.f_lineno).toBe(info?.lineno);
    expect(info?.frame.f_code.co_filename).toBe(info?.filename);
  });

  test('goes as deep as the program does', () => {
    const dive = (depth: number): number => (depth === 0 ? stack().length : dive(depth - 1));
    expect(dive(60)).toBe(dive(0) + 60);
  });

  test('leaves the limit of the host as it was', () => {
    const before = Error.stackTraceLimit;
    stack();
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('the coroutines that await a coroutine in generator style are among its callers', async () => {
    const leaf = asyncio.coroutine(function* leaf() {
      yield* asyncio.sleep(0);
      return stack().map((info) => info.function);
    });
    const branch = asyncio.coroutine(function* branch() {
      return yield* leaf();
    });
    const names = await asyncio.run(branch());
    expect(names.slice(0, 2)).toEqual(['leaf', 'branch']);
  });

  test('takes the argument of Python and no other', () => {
    expect(stack(3)[0]?.lineno).toBe(stack({ context: 0 })[0]?.lineno);
    expect(() => stack({ y: 3 } as never)).toThrow("stack() got an unexpected keyword argument 'y'");
  });
});

describe('currentframe', () => {
  test('is the frame of the calling function', () => {
    const frame = new Walker().walk();
    expect([frame?.f_code.co_name, frame?.f_code.co_qualname]).toEqual(['walk', 'Walker.walk']);
    expect(frame?.f_lineno).toBe(14);
  });

  test('leads back to its callers', () => {
    function called(): asyncio.inspect.Frame | null {
      return currentframe();
    }
    function calling(): asyncio.inspect.Frame | null {
      return called();
    }
    expect(calling()?.f_back?.f_code.co_name).toBe('calling');
  });

  test('reads as in Python, and shows no variables', () => {
    const frame = new Walker().walk();
    expect(String(frame)).toMatch(/^<frame at 0x[0-9a-f]+, file '.*frames\.test\.ts', line 14, code walk>$/);
    expect(() => frame?.f_locals).toThrow(asyncio.NotImplementedError);
  });

  test('is null where the host records no stack', () => {
    const prepare: unknown = Reflect.get(Error, 'prepareStackTrace');
    Reflect.set(Error, 'prepareStackTrace', () => '');
    try {
      expect([currentframe(), stack()]).toEqual([null, []]);
    } finally {
      Reflect.set(Error, 'prepareStackTrace', prepare);
    }
  });
});
