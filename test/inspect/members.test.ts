/* eslint-disable @typescript-eslint/class-literal-property-style -- classes of any shape are asked about */
import * as asyncio from 'asyncio-ts';

const { getattr_static, getmembers, getmembers_static, getmro, isclass, isdatadescriptor, isfunction } =
  asyncio.inspect;

class Base {
  static kind = 'base';
  static make(): Base {
    return new Base();
  }
  inherited(): number {
    return 1;
  }
}
class Circle extends Base {
  static override kind = 'circle';
  static get unit(): string {
    return 'cm';
  }
  radius = 2;
  get area(): number {
    return 3 * this.radius ** 2;
  }
  scale(): number {
    return 1;
  }
  name(): string {
    return 'circle';
  }
}
const areaAccessor = Object.getOwnPropertyDescriptor(Circle.prototype, 'area');

/** The members' names, without those that every object has. */
function own(members: [string, unknown][]): string[] {
  const root = new Set(Object.getOwnPropertyNames(Object.prototype));
  return members.map(([name]) => name).filter((name) => !root.has(name));
}

describe('getattr_static', () => {
  test('finds what is in the object, and in its prototypes', () => {
    const circle = new Circle();
    expect(getattr_static(circle, 'radius')).toBe(2);
    expect(getattr_static(circle, 'scale')).toBe(circle.scale);
    expect(getattr_static(circle, 'inherited')).toBe(circle.inherited);
  });

  test('does not call getters, but gives their accessor', () => {
    const touchy = {
      get value(): never {
        throw new Error('called');
      },
    };
    expect(getattr_static(touchy, 'value')).toEqual(Object.getOwnPropertyDescriptor(touchy, 'value'));
    expect(getattr_static(new Circle(), 'area')).toEqual(areaAccessor);
  });

  test('of a class it finds static attributes first, then methods, then what every function has', () => {
    expect(getattr_static(Circle, 'kind')).toBe('circle');
    expect(getattr_static(Circle, 'make')).toBe(Base.make);
    expect(getattr_static(Circle, 'scale')).toBe(Circle.prototype.scale);
    expect(getattr_static(Circle, 'area')).toEqual(areaAccessor);
    expect(getattr_static(Circle, 'name')).toBe(Circle.prototype.name);
    expect(getattr_static(Circle, 'length')).toBe(0);
    expect(getattr_static(Circle, 'call')).toBe(Function.prototype.call);
  });

  test('symbols are attributes too, and primitives have those of their class', () => {
    expect(getattr_static([], Symbol.iterator)).toBe(Array.prototype[Symbol.iterator]);
    expect(getattr_static('abc', 'length')).toBe(3);
    expect(getattr_static(1, 'toFixed')).toBe(Number.prototype.toFixed);
  });

  test('without a default the absence of an attribute is an error', () => {
    for (const [object, name] of [
      [new Circle(), 'zzz'],
      [null, 'x'],
      [undefined, 'x'],
      [Circle, 'radius'],
    ] as const) {
      expect(() => getattr_static(object, name)).toThrow(asyncio.AttributeError);
      expect(() => getattr_static(object, name)).toThrow(new RegExp(`^${name}$`));
    }
    expect(() => getattr_static({ 1: 2 }, 1)).toThrow(asyncio.AttributeError);
  });

  test('any default will do', () => {
    expect(getattr_static({}, 'x', 5)).toBe(5);
    expect(getattr_static({}, 'x', null)).toBeNull();
    expect(getattr_static({}, 'x', undefined)).toBeUndefined();
    expect(getattr_static({}, 'x', { default: 5 })).toEqual({ default: 5 });
    expect(getattr_static(null, 'x', 5)).toBe(5);
  });
});

describe('getmembers', () => {
  test('of an object gives its attributes, with the values of its getters, sorted by name', () => {
    const circle = new Circle();
    const members = getmembers(circle);
    expect(own(members)).toEqual(['area', 'inherited', 'name', 'radius', 'scale']);
    expect(Object.fromEntries(members)).toMatchObject({ area: 12, radius: 2, scale: circle.scale });
    expect(members.map(([name]) => name)).toEqual(members.map(([name]) => name).sort());
  });

  test('includes what every object inherits', () => {
    const names = getmembers({}).map(([name]) => name);
    expect(names).toEqual(Object.getOwnPropertyNames(Object.prototype).sort());
  });

  test('of a class gives static attributes and methods, accessors as they are', () => {
    const members = getmembers(Circle);
    expect(own(members)).toEqual(['area', 'inherited', 'kind', 'make', 'name', 'scale', 'unit']);
    expect(Object.fromEntries(members)).toMatchObject({
      area: areaAccessor,
      kind: 'circle',
      name: Circle.prototype.name,
      unit: 'cm',
    });
  });

  test('a predicate chooses by the value', () => {
    expect(getmembers(Circle, isfunction).map(([name]) => name)).toEqual(['inherited', 'make', 'name', 'scale']);
    expect(getmembers(Circle, { predicate: isdatadescriptor }).map(([name]) => name)).toEqual(['__proto__', 'area']);
    expect(getmembers(new Circle(), isclass)).toEqual([['constructor', Circle]]);
    expect(own(getmembers(new Circle(), null))).toHaveLength(5);
    expect(getmembers({ a: 0, b: 1 }, (value) => value === 1)).toEqual([['b', 1]]);
  });

  test('a getter that throws AttributeError is no member; any other error passes', () => {
    const object = (error: Error): object => ({
      get bad(): never {
        throw error;
      },
    });
    expect(own(getmembers(object(new asyncio.AttributeError('x'))))).toEqual([]);
    expect(() => getmembers(object(new asyncio.ValueError('x')))).toThrow(asyncio.ValueError);
  });

  test('of a function leaves out what may not be asked', () => {
    const names = getmembers(Object.assign(() => 1, { extra: 2 })).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['extra', 'name', 'length', 'call', 'bind']));
    expect(names).not.toContain('caller');
  });

  test('a plain object is asked about, not taken for keywords', () => {
    expect(own(getmembers({ object: 1, predicate: 2 }))).toEqual(['object', 'predicate']);
  });

  test('null has none', () => {
    expect([getmembers(null), getmembers(undefined)]).toEqual([[], []]);
  });

  test('wrong arguments are refused in the words of Python', () => {
    const call = getmembers as (...args: unknown[]) => unknown;
    expect(() => call()).toThrow("getmembers() missing 1 required positional argument: 'object'");
    expect(() => call(1, 2, 3)).toThrow('getmembers() takes from 1 to 2 positional arguments but 3 were given');
    expect(() => call(1, { x: 3 })).toThrow("getmembers() got an unexpected keyword argument 'x'");
  });
});

describe('getmembers_static', () => {
  test('gives accessors in place of their values', () => {
    const members = getmembers_static(new Circle());
    expect(own(members)).toEqual(['area', 'inherited', 'name', 'radius', 'scale']);
    expect(Object.fromEntries(members).area).toEqual(areaAccessor);
  });

  test('runs no getter', () => {
    const touchy = {
      get value(): never {
        throw new Error('called');
      },
    };
    expect(own(getmembers_static(touchy, isdatadescriptor))).toEqual(['value']);
  });
});

describe('getmro', () => {
  test('goes from the class to Object', () => {
    expect(getmro(Circle)).toEqual([Circle, Base, Object]);
    expect(getmro(asyncio.TimeoutError).map((cls) => cls.name)).toEqual([
      'TimeoutError',
      'OSError',
      'Exception',
      'BaseException',
      'Error',
      'Object',
    ]);
    expect(getmro({ cls: Base })).toEqual([Base, Object]);
  });

  test('what is no class has none', () => {
    expect(() => getmro(1 as never)).toThrow("'int' object has no attribute '__mro__'");
    expect(() => getmro(1 as never)).toThrow(asyncio.AttributeError);
  });
});
