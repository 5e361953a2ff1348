import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import {
  BlockingIOError,
  BrokenPipeError,
  ConnectionError,
  ConnectionResetError,
  FileNotFoundError,
  OSError,
  PermissionError,
  TimeoutError,
  fromSystemError,
} from '#asyncio/builtins/oserrors';
import { errorNumber, errorText } from '#asyncio/builtins/errno';
import { repr } from '#asyncio/builtins/repr';

describe('OSError', () => {
  // Each row: the arguments; then repr, str and args as CPython 3.13 printed them on Linux.
  test.each<[unknown[], string, string, string]>([
    [[], 'OSError()', '', '[]'],
    [[2], 'OSError(2)', '2', '[2]'],
    [[2, 'x'], "FileNotFoundError(2, 'x')", '[Errno 2] x', "[2, 'x']"],
    [[2, 'x', 'f'], "FileNotFoundError(2, 'x')", "[Errno 2] x: 'f'", "[2, 'x']"],
    [[2, 'x', 'f', null, 'g'], "FileNotFoundError(2, 'x')", "[Errno 2] x: 'f' -> 'g'", "[2, 'x']"],
    [[1, 2, 3, 4, 5], 'PermissionError(1, 2)', '[Errno 1] 2: 3 -> 5', '[1, 2]'],
    [[1, 2, 3, 4, 5, 6], 'OSError(1, 2, 3, 4, 5, 6)', '(1, 2, 3, 4, 5, 6)', '[1, 2, 3, 4, 5, 6]'],
    [['a', 'b'], "OSError('a', 'b')", '[Errno a] b', "['a', 'b']"],
    [[2, null], 'FileNotFoundError(2, None)', '[Errno 2] None', '[2, None]'],
    [[104, 'x'], "ConnectionResetError(104, 'x')", '[Errno 104] x', "[104, 'x']"],
    [[11, 'x', 5], "BlockingIOError(11, 'x', 5)", '[Errno 11] x', "[11, 'x', 5]"],
    [[99, 'x'], "OSError(99, 'x')", '[Errno 99] x', "[99, 'x']"],
    [[2, 'x', null], "FileNotFoundError(2, 'x', None)", '[Errno 2] x', "[2, 'x', None]"],
    [[2, 'x', new Uint8Array([0x66])], "FileNotFoundError(2, 'x')", "[Errno 2] x: b'f'", "[2, 'x']"],
    [[true, 'x'], "PermissionError(True, 'x')", '[Errno True] x', "[True, 'x']"],
    [[110, 'x'], "TimeoutError(110, 'x')", '[Errno 110] x', "[110, 'x']"],
  ])('%#: OSError(*%j)', (args, literal, text, stored) => {
    const error = new OSError(...args);
    expect(repr(error)).toBe(literal);
    expect(String(error)).toBe(text);
    expect(repr(error.args)).toBe(stored);
  });

  test('a subclass that was asked for stays what it is', () => {
    expect(repr(new FileNotFoundError(1, 'x'))).toBe("FileNotFoundError(1, 'x')");
    expect(repr(new ConnectionError(104, 'x'))).toBe("ConnectionError(104, 'x')");
    class Mine extends OSError {}
    expect(repr(new Mine(2, 'x'))).toBe("Mine(2, 'x')");
  });

  test('has fields, null where there is nothing', () => {
    const full = new OSError(2, 'x', 'f', null, 'g');
    expect([full.errno, full.strerror, full.filename, full.filename2]).toEqual([2, 'x', 'f', 'g']);
    const single = new OSError('a');
    expect([single.errno, single.strerror, single.filename, single.filename2]).toEqual([null, null, null, null]);
    expect(Object.keys(single)).toEqual([]);
  });

  test('its text follows its fields', () => {
    const error = new OSError(2, 'x', 'f', null, 'g');
    error.errno = 5;
    expect(String(error)).toBe("[Errno 5] x: 'f' -> 'g'");
    expect(repr(error)).toBe("FileNotFoundError(2, 'x')");
  });

  test('the third argument of a BlockingIOError may be the number of characters written', () => {
    const error = new OSError(11, 'x', 5);
    expect(error).toBeInstanceOf(BlockingIOError);
    expect([error.characters_written, error.filename]).toEqual([5, null]);
    expect(new BlockingIOError(11, 'x').characters_written).toBeUndefined();
  });

  test('TimeoutError is an OSError without fields when it is made without arguments', () => {
    const error = new TimeoutError();
    expect(error).toBeInstanceOf(OSError);
    expect([String(error), repr(error), error.errno]).toEqual(['', 'TimeoutError()', null]);
  });

  test('keeps the stack of where it was made, under the name of the subclass', () => {
    function open(): OSError {
      return new OSError(2, 'No such file or directory', 'x.txt');
    }
    const [head, first] = open().stack.split('\n');
    expect(head).toBe("FileNotFoundError: [Errno 2] No such file or directory: 'x.txt'");
    expect(first).toContain('at open');
  });

  test("shows its fields in Node's inspect", () => {
    expect(inspect(new OSError(2, 'No such file or directory', 'x.txt'))).toContain("filename: 'x.txt'");
  });

  test('a cause is no argument', () => {
    const cause = new Error('why');
    const error = new OSError(2, { cause });
    expect(repr(error)).toBe('OSError(2)');
    expect(error.cause).toBe(cause);
    expect(repr(new OSError(2, 'x', { cause }))).toBe("FileNotFoundError(2, 'x')");
  });
});

describe('instanceof with native system errors', () => {
  test('their code tells the class', () => {
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
    expect(reset instanceof ConnectionResetError).toBe(true);
    expect(reset instanceof ConnectionError).toBe(true);
    expect(reset instanceof OSError).toBe(true);
    expect(reset instanceof BrokenPipeError).toBe(false);
    const full = Object.assign(new Error('x'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
    expect(full instanceof OSError).toBe(true);
    expect(full instanceof PermissionError).toBe(false);
  });

  test("codes of Node's own errors are something else", () => {
    const own = Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE', syscall: 'x' });
    expect(own instanceof OSError).toBe(false);
    const lookup = Object.assign(new Error('x'), { code: 'EAI_AGAIN', errno: -3001, syscall: 'getaddrinfo' });
    expect(lookup instanceof OSError).toBe(true);
  });
});

describe('fromSystemError', () => {
  test('makes the OSError that Python would have raised', () => {
    let native: unknown;
    try {
      readFileSync('/does/not/exist');
    } catch (error) {
      native = error;
    }
    const error = fromSystemError(native) as OSError;
    expect(repr(error)).toBe("FileNotFoundError(2, 'No such file or directory')");
    expect(String(error)).toBe("[Errno 2] No such file or directory: '/does/not/exist'");
    expect(error.filename).toBe('/does/not/exist');
    expect(error.__cause__).toBe(native);
  });

  test('knows the errors of connections', () => {
    const make = (code: string, errno: number, syscall: string): string =>
      repr(fromSystemError(Object.assign(new Error(code), { code, errno, syscall })));
    expect(make('ECONNRESET', -104, 'read')).toBe("ConnectionResetError(104, 'Connection reset by peer')");
    expect(make('EPIPE', -32, 'write')).toBe("BrokenPipeError(32, 'Broken pipe')");
    expect(make('ECONNREFUSED', -111, 'connect')).toBe("ConnectionRefusedError(111, 'Connection refused')");
    expect(make('ETIMEDOUT', -110, 'connect')).toBe("TimeoutError(110, 'Connection timed out')");
    expect(make('EADDRINUSE', -98, 'listen')).toBe("OSError(98, 'Address already in use')");
  });

  test('takes the text and number of an error that it does not know from the error', () => {
    const native = Object.assign(new Error('strange'), { code: 'ESTRANGE', errno: -777, syscall: 'x' });
    expect(repr(fromSystemError(native))).toBe("OSError(777, 'strange')");
  });

  test('leaves everything else alone', () => {
    const ours = new FileNotFoundError(2, 'x');
    const plain = new Error('x');
    for (const value of [ours, plain, 'text', null, 5]) expect(fromSystemError(value)).toBe(value);
  });
});

describe('error numbers', () => {
  test('can be those of another platform', async () => {
    const { setErrorNumbers } = await import('#asyncio/builtins/errno');
    const linux = { ENOENT: 2, ECONNRESET: 104, EAGAIN: 11 };
    setErrorNumbers(() => ({ ENOENT: 2, ECONNRESET: 54, EAGAIN: 35 }));
    try {
      expect(repr(new OSError(54, 'x'))).toBe("ConnectionResetError(54, 'x')");
      expect(repr(new OSError(104, 'x'))).toBe("OSError(104, 'x')");
      expect(errorNumber('EAGAIN')).toBe(35);
    } finally {
      setErrorNumbers(() => linux);
    }
  });

  test('have the texts of os.strerror', () => {
    expect(errorText('EAGAIN')).toBe('Resource temporarily unavailable');
    expect(errorText('ENOTSOCK')).toBe('Socket operation on non-socket');
    expect(errorText('EWHAT')).toBeNull();
    expect(errorNumber('EWHAT')).toBeNull();
  });
});
