// What a thread of an executor loads.
module.exports = require('./index.cjs')._workers.inThread();
