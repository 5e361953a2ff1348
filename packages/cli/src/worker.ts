/** What a worker of the library imports first: there too the library is found wherever the program stands. */
import { hookLoading } from './hooks.js';

hookLoading(null);
