/** Effection has one way to do it. */
import './wait_for_ready.effection.js';
