def double(number):
    print(f'double({number})')
    yield  # others might run here
    return 2 * number


def work():
    four = yield double(2)  # hands the inner generator to whoever runs this one
    eight = yield double(four)
    return eight


def run(outermost):
    stack = [outermost]
    value = None
    while True:
        try:
            asked_for = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()  # the result goes to the generator that asked for it
            value = stop.value
            if not stack:
                return value
        else:
            value = None
            if asked_for is not None:
                stack.append(asked_for)


print(f'result {run(work())}')
