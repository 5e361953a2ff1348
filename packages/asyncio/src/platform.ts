/** What a face does with its platform. */
import { EventLoop } from './core/loop/event_loops.js';
import { setDefaultLoopFactory } from './core/contract/policies.js';
import { watchNewborn } from './core/coroutines/newborn.js';
import { sweepAllReports } from './core/common/reports.js';
import type { Host } from './host/host.js';
import { setDefaultHost } from './host/registry.js';

/** Makes a host the default one, and reports at the end of the process what nobody has looked at. */
export function registerPlatform(host: Host): void {
  setDefaultHost(host);
  setDefaultLoopFactory(() => new EventLoop());
  host.on_exit(() => {
    watchNewborn(null);
    sweepAllReports();
  });
}
