import 'effect';

import { printStart } from '../support/start.js';

printStart();
