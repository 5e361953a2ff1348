import { describe, test } from 'node:test';
import { declare } from './declare';

declare({ describe, test });
