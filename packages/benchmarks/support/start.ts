/** What a process has taken up to its first statement. */
import { print } from './measure.js';

/** Prints what has passed since the process began: call it when everything is imported. */
export function printStart(): void {
  const { user, system } = process.cpuUsage();
  print({ cpu: (user + system) / 1e6, wall: performance.now() / 1e3 });
}
