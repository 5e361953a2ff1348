"""A generator can stop in the middle, give control away, and go on later."""


def func1(other):
    print('func1 starts')
    next(other)  # hands control to func2 ...
    print('func1 goes on')
    yield  # ... and here to whoever called next() on func1
    print('func1 ends')


def func2():
    print('  func2 starts')
    yield  # hands control back
    print('  func2 goes on')
    yield
    print('  func2 ends')


second = func2()
first = func1(second)
next(first)
next(second)

# Somebody has to call next() for those that are not finished yet.
# An event loop is little more than this:
ready = [first, second]
while ready:
    generator = ready.pop(0)
    try:
        next(generator)
        ready.append(generator)
    except StopIteration:
        pass
