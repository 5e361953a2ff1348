def steps():
    print('  one')
    yield 'paused after one'
    print('  two')
    yield 'paused after two'
    print('  three')
    return 'finished'


generator = steps()
print('nothing has run yet')
print(next(generator))
print('something else happens')
print(next(generator))
try:
    next(generator)
except StopIteration as stop:
    print(stop.value)
