// Writes what the pages of the site are made of, beside what is written by hand.
import { writeDiagrams } from './diagrams.mjs';
import { writeLive } from './live.mjs';

await writeLive();
await writeDiagrams();
