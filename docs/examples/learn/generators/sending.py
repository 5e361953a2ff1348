def average():
    total = 0
    count = 0
    value = yield 0  # the first yield only waits for the first value
    while True:
        total += value
        count += 1
        value = yield total / count


generator = average()
next(generator)  # runs to the first yield
for value in [10, 20, 60]:
    mean = generator.send(value)
    print(f'{value} sent, the average is {mean:.1f}')
