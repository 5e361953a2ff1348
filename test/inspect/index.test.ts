import * as asyncio from 'asyncio-ts';
import * as face from 'asyncio-ts/inspect';

/** What CPython's module has and asyncio's users are promised. */
const NAMES = (
  'AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED GEN_CLOSED ' +
  'GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter Signature currentframe getasyncgenlocals getasyncgenstate ' +
  'getattr_static getcoroutinelocals getcoroutinestate getdoc getgeneratorlocals getgeneratorstate getmembers ' +
  'getmembers_static getsource isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscoroutine ' +
  'iscoroutinefunction isfunction isgenerator isgeneratorfunction ismethod ismodule isroutine markcoroutinefunction ' +
  'signature stack unwrap'
).split(' ');

/** Names of CPython's module that came along because the others need them. */
const MORE = ['_empty', 'BoundArguments', 'cleandoc', 'getmro', 'isdatadescriptor'];

test('every promised name is there, and nothing that Python does not have', () => {
  expect(
    Object.keys(face)
      .filter((name) => name !== '__esModule')
      .sort(),
  ).toEqual([...NAMES, ...MORE].sort());
});

test('asyncio.inspect is the same objects', () => {
  for (const [name, value] of Object.entries(face))
    expect([name, Reflect.get(asyncio.inspect, name)]).toEqual([name, value]);
});

test('classes have the attributes that Python lists', () => {
  const attributes = (value: object): string[] => Object.getOwnPropertyNames(value);
  expect(attributes(face.Parameter.prototype)).toEqual(
    expect.arrayContaining(['annotation', 'default', 'kind', 'name', 'replace', 'empty', '__repr__']),
  );
  expect(attributes(face.Parameter)).toEqual(
    expect.arrayContaining([
      'POSITIONAL_ONLY',
      'POSITIONAL_OR_KEYWORD',
      'VAR_POSITIONAL',
      'KEYWORD_ONLY',
      'VAR_KEYWORD',
      'empty',
    ]),
  );
  expect(attributes(face.Signature.prototype)).toEqual(
    expect.arrayContaining([
      'bind',
      'bind_partial',
      'format',
      'parameters',
      'replace',
      'return_annotation',
      '__repr__',
    ]),
  );
  expect(attributes(face.Signature)).toEqual(expect.arrayContaining(['empty', 'from_callable']));
});
