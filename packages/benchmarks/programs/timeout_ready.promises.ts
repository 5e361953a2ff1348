/** Bare promises have one way to do it. */
import './wait_for_ready.promises.js';
