import 'asyncio-ts';

import { printStart } from '../support/start.js';

printStart();
