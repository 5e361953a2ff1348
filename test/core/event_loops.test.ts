import * as asyncio from 'asyncio-ts';
import { failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

/** Makes a loop without regard to types, and closes it. */
function make(...args: unknown[]): boolean {
  const loop = new (asyncio.SelectorEventLoop as new (...all: unknown[]) => asyncio.SelectorEventLoop)(...args);
  loop.close();
  return loop instanceof asyncio.BaseEventLoop;
}

test('a loop takes no selector, for there are none', () => {
  expect([make(), make(null), make({ selector: null })]).toEqual([true, true, true]);
  expect([outcome(() => make({ selector: 1 })), outcome(() => make(new Map()))]).toEqual(
    Array(2).fill(
      'NotImplementedError: there are no selectors in JavaScript: the host waits for sockets; ' +
        'give the loop a host, as in EventLoop({ host })',
    ),
  );
});

test('a loop takes a host in its place, after it or alone', () => {
  const host = new asyncio.VirtualHost();
  for (const loop of [new asyncio.EventLoop({ host }), new asyncio.EventLoop(null, { host })]) {
    expect(loop.time()).toBe(0);
    loop.close();
  }
});

test('other arguments are refused in the words of CPython', () => {
  expect([outcome(() => make({ foo: 1 })), outcome(() => make(null, null))]).toEqual([
    "TypeError: _UnixSelectorEventLoop.__init__() got an unexpected keyword argument 'foo'",
    'TypeError: _UnixSelectorEventLoop.__init__() takes from 1 to 2 positional arguments but 3 were given',
  ]);
});
