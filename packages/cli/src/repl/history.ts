/** Where the history of the prompt is kept. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The file, in a folder that is there; null if there is to be no history. */
export function historyFile(environment: NodeJS.ProcessEnv): string | null {
  const file = wantedFile(environment);
  if (file === null) return null;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return null;
  }
  return file;
}

function wantedFile({ ASYNCIO_TS_HISTORY: chosen, XDG_STATE_HOME: state }: NodeJS.ProcessEnv): string | null {
  if (chosen !== undefined) return chosen === '' ? null : chosen;
  if (state !== undefined && state !== '') return join(state, 'asyncio-ts', 'history');
  return join(homedir(), '.asyncio_ts_history');
}
