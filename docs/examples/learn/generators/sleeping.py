now = 0


def boil(name, seconds):
    print(f'{now} s: {name} is on')
    yield seconds
    print(f'{now} s: {name} boils')


def run(*generators):
    global now
    sleeping = [(0, generator) for generator in generators]
    while sleeping:
        sleeping.sort(key=lambda sleeper: sleeper[0])
        now, generator = sleeping.pop(0)  # a real loop would wait here
        try:
            seconds = next(generator)
            sleeping.append((now + seconds, generator))
        except StopIteration:
            pass


run(boil('tea', 3), boil('coffee', 2))
