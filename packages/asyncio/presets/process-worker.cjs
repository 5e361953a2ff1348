// What a process of an executor runs.
require('./index.cjs')._workers.inProcess();
