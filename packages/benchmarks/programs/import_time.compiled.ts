import 'asyncio-ts';
import 'asyncio-ts/compiled';

import { printStart } from '../support/start.js';

printStart();
