def count(name, stop):
    for number in range(1, stop + 1):
        print(f'{name} {number}')
        yield


def run(*generators):
    ready = list(generators)
    while ready:
        generator = ready.pop(0)
        try:
            next(generator)
            ready.append(generator)
        except StopIteration:
            pass


run(count('left', 3), count('  right', 2))
