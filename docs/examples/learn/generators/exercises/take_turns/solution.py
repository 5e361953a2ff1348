def letters():
    for letter in ['A', 'B', 'C', 'D']:
        print(letter)
        yield


def numbers():
    for number in [1, 2]:
        print(number)
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


run(letters(), numbers())
