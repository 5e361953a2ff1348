// Tests and hooks of Jest may be compiled `async` functions: the coroutine that one returns is run to its end. Jest awaits
// it as it awaits any promise, so this holds for all that takes a test: `each`, `concurrent`, what `@jest/globals` exports.
const { _compiled, run } = require('./index.cjs');

_compiled.runOutside(run);
