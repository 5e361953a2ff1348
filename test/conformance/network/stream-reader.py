# A reader that is fed by hand.
import asyncio
from kit import attempt, attempt_await


async def main(trace):
    def reader(*chunks, limit=65536, eof=False):
        made = asyncio.StreamReader(limit=limit)
        for chunk in chunks:
            made.feed_data(chunk)
        if eof:
            made.feed_eof()
        return made

    async def each(label, subject, *steps):
        for step in steps:
            await attempt_await(trace, label, lambda: step(subject))
        trace(label, str(subject), subject.at_eof())

    for limit in (0, -1, 'x'):
        attempt(trace, 'limit', lambda: asyncio.StreamReader(limit))
    await each('lines', reader(b'one\ntw', b'o\n', b'\nthree', eof=True), *[lambda r: r.readline()] * 5)
    await each('sizes', reader(b'abc', b'defg', eof=True), lambda r: r.read(2), lambda r: r.read(0), lambda r: r.read(9),
               lambda r: r.read(9), lambda r: r.read())
    await each('all', reader(b'abc', b'defg', eof=True), lambda r: r.read(), lambda r: r.read(-1))
    await each('exactly', reader(b'abc', b'defg', eof=True), lambda r: r.readexactly(4), lambda r: r.readexactly(0),
               lambda r: r.readexactly(-1), lambda r: r.readexactly(4), lambda r: r.readexactly(1))
    await each('until', reader(b'a,b;', b'c--', b'-d-', b'--e', eof=True), lambda r: r.readuntil(b','),
               lambda r: r.readuntil((b';', b',')), lambda r: r.readuntil(b'---'), lambda r: r.readuntil(b'---'),
               lambda r: r.readuntil(b'---'))
    await each('shortest', reader(b'aXYZb', eof=True), lambda r: r.readuntil((b'XYZ', b'Y')), lambda r: r.readuntil((b'Z',)))
    await each('wrong', reader(b'abc'), lambda r: r.readuntil(()), lambda r: r.readuntil(b''),
               lambda r: r.readuntil((b'', b'x')), lambda r: r.readuntil('x'), lambda r: r.read('x'))
    await each('too long', reader(b'abcdefgh', limit=4), lambda r: r.readuntil(), lambda r: r.readline())
    await each('too long', reader(b'abcdefgh\nxy', limit=4), lambda r: r.readuntil(), lambda r: r.readline())
    await each('just long enough', reader(b'abcd\nxy', limit=4), lambda r: r.readuntil())
    failed = reader(b'abc')
    failed.set_exception(ValueError('broken'))
    await each('failed', failed, lambda r: r.read(1), lambda r: r.readline(), lambda r: r.readexactly(1),
               lambda r: r.readuntil(), lambda r: r.read(0), lambda r: r.readexactly(0))
    trace('exception', failed.exception(), reader().exception())
    ended = reader(eof=True)
    attempt(trace, 'after the end', lambda: ended.feed_data(b'x'))
    attempt(trace, 'after the end', lambda: ended.feed_eof())
    attempt(trace, 'wrong', lambda: reader().feed_data('text'))
    lines = []
    async for line in reader(b'1\n2\n', b'3', eof=True):
        lines.append(line)
    trace('iterated', lines)

    waiting = reader()
    first = asyncio.create_task(waiting.read(10))
    second = asyncio.create_task(waiting.readline())
    await asyncio.sleep(0)
    trace('waiting', str(waiting))
    await attempt_await(trace, 'second', lambda: second)
    waiting.feed_data(b'')
    await asyncio.sleep(0)
    trace('nothing', first.done())
    waiting.feed_data(b'some')
    trace('fed', str(waiting), await first)
    cancelled = asyncio.create_task(waiting.readexactly(4))
    await asyncio.sleep(0)
    waiting.feed_data(b'ab')
    cancelled.cancel()
    await attempt_await(trace, 'cancelled', lambda: cancelled)
    waiting.feed_data(b'cd')
    trace('kept', await waiting.readexactly(4))
    late = asyncio.create_task(waiting.read(1))
    await asyncio.sleep(0)
    waiting.set_exception(OSError(5, 'broken'))
    await attempt_await(trace, 'late', lambda: late)
