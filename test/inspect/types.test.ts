/* eslint-disable @typescript-eslint/class-literal-property-style -- classes of any shape are asked about */
import { createContext, runInContext } from 'node:vm';
import * as asyncio from 'asyncio-ts';

const { isabstract, isbuiltin, isclass, isdatadescriptor, isfunction, ismethod, ismodule, isroutine } = asyncio.inspect;

class Plain {
  static make(): Plain {
    return new Plain();
  }
  get size(): number {
    return 1;
  }
  run(): number {
    return 1;
  }
  class(): number {
    return 1;
  }
}
function declared(): number {
  return 1;
}
function* generator(): Generator<number> {
  yield 1;
}
const wrapped = asyncio.coroutine(async () => 1);
const sizeAccessor = Object.getOwnPropertyDescriptor(Plain.prototype, 'size');

/** Which of the questions are answered yes. */
function kinds(value: unknown): string {
  const answers = { isfunction, ismethod, isclass, isroutine, isbuiltin, ismodule, isdatadescriptor };
  return Object.entries(answers)
    .filter(([, ask]) => ask(value))
    .map(([name]) => name)
    .join(' ');
}

describe('the type of a thing', () => {
  test.each<[string, unknown, string]>([
    ['a function', declared, 'isfunction isroutine'],
    ['an arrow', () => 1, 'isfunction isroutine'],
    ['an async arrow', async () => 1, 'isfunction isroutine'],
    ['a generator function', generator, 'isfunction isroutine'],
    ['a method of an object, which is a bare function', new Plain().run, 'isfunction isroutine'],
    ['a method called class', new Plain().class, 'isfunction isroutine'],
    ['a static method', Plain.make, 'isfunction isroutine'],
    ['a getter', sizeAccessor?.get, 'isfunction isroutine'],
    ['a coroutine function', wrapped, 'isfunction isroutine'],
    [
      'an old-style constructor',
      function Point(this: unknown) {
        void this;
      },
      'isfunction isroutine',
    ],
    [
      'a frozen function',
      Object.freeze(function () {
        return 1;
      }),
      'isfunction isroutine',
    ],
    ['a function made of text', (0, eval)('Function("a", "return a")'), 'isfunction isroutine'],
    ['a function that talks of native code', () => '{ [native code] }', 'isfunction isroutine'],
    ['a bound function', declared.bind(null), 'ismethod isroutine'],
    ['a bound method', new Plain().run.bind(new Plain()), 'ismethod isroutine'],
    ['a bound coroutine function', wrapped.bind(null), 'ismethod isroutine'],
    ['a bound function of the host', Math.max.bind(null, 1), 'ismethod isroutine'],
    [
      'a function with __self__ and __func__',
      Object.assign(() => 1, { __self__: 1, __func__: 2 }),
      'ismethod isroutine',
    ],
    ['a function whose name begins as that of a bound one', { 'bound f': () => 1 }['bound f'], 'isfunction isroutine'],
    ['a function of the host', Math.max, 'isroutine isbuiltin'],
    ['a method of the host', [].push, 'isroutine isbuiltin'],
    ['a class', Plain, 'isclass'],
    ['a class without a name', class {}, 'isclass'],
    ['a frozen class', Object.freeze(class {}), 'isclass'],
    ['a derived class', class extends Plain {}, 'isclass'],
    ['a class of the host', Map, 'isclass'],
    ['a native error class', Error, 'isclass'],
    ['an exception class', asyncio.ValueError, 'isclass'],
    ['a module', asyncio, 'ismodule'],
    ['an accessor', sizeAccessor, 'isdatadescriptor'],
    ['the description of a plain property', Object.getOwnPropertyDescriptor(Plain.prototype, 'run'), ''],
    ['an object with __set__', { __set__: () => undefined }, 'isdatadescriptor'],
    ['an object with __delete__', { __delete__: () => undefined }, 'isdatadescriptor'],
    ['an object that has get and set', { get: () => 1, set: () => 1 }, ''],
    ['an instance', new Plain(), ''],
    ['an object', {}, ''],
    ['a number', 1, ''],
    ['a string', 'class {}', ''],
    ['null', null, ''],
    ['undefined', undefined, ''],
  ])('%s', (_, value, expected) => {
    expect(kinds(value)).toBe(expected);
  });

  test('an ECMAScript module is one by its tag', () => {
    expect(ismodule({ [Symbol.toStringTag]: 'Module' })).toBe(true);
  });

  test('functions and classes of another realm are known as well', () => {
    const other = createContext();
    expect(kinds(runInContext('(class {})', other))).toBe('isclass');
    expect(kinds(runInContext('Map', other))).toBe('isclass');
    expect(kinds(runInContext('parseInt', other))).toBe('isroutine isbuiltin');
    expect(kinds(runInContext('(() => 1).bind()', other))).toBe('ismethod isroutine');
  });

  test('they can be handed to filter as they are', () => {
    expect([declared, Plain, Math.max, 1].filter(isfunction)).toEqual([declared]);
  });
});

describe('isabstract', () => {
  class Shape {
    static __abstractmethods__ = ['area', 'edge'];
    edge(): number {
      return 1;
    }
  }
  class Square extends Shape {
    area(): number {
      return 1;
    }
  }
  class Unfinished extends Shape {
    static override __abstractmethods__ = ['more'];
    area(): number {
      return 1;
    }
  }

  test('a class is abstract as long as one of the methods named is missing', () => {
    expect([Shape, Square, Unfinished, Plain].map(isabstract)).toEqual([true, false, true, false]);
  });

  test('a method may be marked itself', () => {
    class Marked {
      run(): void {
        throw new asyncio.NotImplementedError();
      }
    }
    Object.assign(Marked.prototype.run, { __isabstractmethod__: true });
    class Done extends Marked {
      override run(): void {}
    }
    expect([Marked, Done].map(isabstract)).toEqual([true, false]);
  });

  test('an abstract accessor counts, until it is implemented', () => {
    class Sized {
      get size(): number {
        return 0;
      }
    }
    Object.assign(Object.getOwnPropertyDescriptor(Sized.prototype, 'size')?.get ?? {}, { __isabstractmethod__: true });
    class Known extends Sized {
      override get size(): number {
        return 1;
      }
    }
    expect([Sized, Known].map(isabstract)).toEqual([true, false]);
  });

  test('what every function has implements nothing', () => {
    class Named {
      static __abstractmethods__ = ['name', 'call'];
    }
    class Static extends Named {
      static override name = 'x';
      static override call(): void {}
    }
    expect([Named, Static].map(isabstract)).toEqual([true, false]);
  });

  test('an instance and a number are not abstract', () => {
    expect([isabstract(new Shape()), isabstract(1), isabstract(() => 1)]).toEqual([false, false, false]);
  });
});
