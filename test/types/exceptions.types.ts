/** Exceptions and groups. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const error = new asyncio.OSError(2, 'No such file', 'name');
expectTypeOf(error).toExtend<Error>();
// Whatever the constructor was given.
expectTypeOf(error.errno).toBeUnknown();
expectTypeOf(new asyncio.ValueError('v')).toExtend<asyncio.Exception>();
expectTypeOf(new asyncio.CancelledError('c')).toExtend<asyncio.BaseException>();
expectTypeOf(new asyncio.ValueError('v').args).toExtend<readonly unknown[]>();

const group = new asyncio.ExceptionGroup('eg', [new asyncio.ValueError('v')]);
expectTypeOf(group.exceptions).toExtend<readonly Error[]>();
expectTypeOf(group.subgroup(asyncio.ValueError)).toExtend<asyncio.BaseExceptionGroup | null>();
// @ts-expect-error A group is of errors.
new asyncio.ExceptionGroup('eg', ['v']);
// @ts-expect-error The message comes first.
new asyncio.ExceptionGroup([new asyncio.ValueError('v')]);

asyncio.except_star(group, [
  asyncio.ValueError,
  (matched) => {
    expectTypeOf(matched).toExtend<asyncio.BaseExceptionGroup>();
  },
]);
// @ts-expect-error A clause names its classes first.
asyncio.except_star(group, [() => undefined]);

// Who catches may ask for any class of Python's, and knows what it got.
try {
  throw error;
} catch (caught) {
  if (caught instanceof asyncio.OSError) expectTypeOf(caught.strerror).toBeUnknown();
  if (caught instanceof asyncio.BaseExceptionGroup) expectTypeOf(caught.exceptions).toExtend<readonly Error[]>();
}
