/** All operations. */
import type { Operation } from '../operation';
import { callbacks } from './callbacks';
import { contexts } from './contexts';
import { control } from './control';
import { generators } from './generators';
import { locks } from './locks';
import { queues } from './queues';
import { races } from './races';
import { scopes } from './scopes';
import { tasks } from './tasks';
import { waiting } from './waiting';

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [tasks, waiting, scopes, locks, queues, callbacks, contexts, generators, control, races]
    .flat()
    .map((one) => [one.kind, one]),
);
