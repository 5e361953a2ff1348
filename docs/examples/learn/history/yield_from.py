def double(number):
    print(f'double({number})')
    yield  # others might run here
    return 2 * number


def work():
    four = yield from double(2)
    eight = yield from double(four)
    return eight


def run(generator):
    while True:
        try:
            next(generator)
        except StopIteration as stop:
            return stop.value


print(f'result {run(work())}')
