/** Bare `node:net` has one way to do it, whatever it is compared with. */
import './echo_streams.promises.js';
