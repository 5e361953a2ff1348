/** What long commands found out, kept for `docs/conformance.md`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tally } from './random/statistics';

const PATH = join(__dirname, 'recorded.json');

/** A run of random programs: all of them agreed, in these styles. */
export interface RandomResult extends Tally {
  readonly version: string;
  readonly seed: number;
  readonly seeds: number;
  readonly styles: readonly string[];
}

/** How a fault was noticed. */
export interface FaultResult {
  readonly name: string;
  /** How many scenarios fail. */
  readonly scenarios: number;
  /** How many random programs agree before one disagrees; null: the fault breaks the process before. */
  readonly programs: number | null;
}

interface Results {
  readonly random?: RandomResult;
  readonly faults?: readonly FaultResult[];
}

export function recordedResults(): Results {
  return existsSync(PATH) ? (JSON.parse(readFileSync(PATH, 'utf8')) as Results) : {};
}

export function recordResult<K extends keyof Results>(name: K, result: NonNullable<Results[K]>): void {
  writeFileSync(PATH, JSON.stringify({ ...recordedResults(), [name]: result }, null, 2) + '\n');
}
