import math


def largest():
    most = -math.inf
    while True:
        value = yield most
        if value > most:
            most = value


generator = largest()
next(generator)  # runs to the first yield, which then takes the first value
for value in [9, 3, 5]:
    print(f'{value} sent, the largest is {generator.send(value)}')
