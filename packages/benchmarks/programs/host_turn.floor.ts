/** A chain of turns of the host's loop. */
import './call_soon_chain.promises.js';
