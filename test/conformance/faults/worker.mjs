// A process in which the library has a fault: its number is the first argument, -1 for none.
import { changeSources, load } from '../typescript.mjs';

const { FAULTS, pathOf, withFault } = load('faults/list.ts');
const fault = FAULTS[Number(process.argv[2])];
if (fault !== undefined) {
  const path = pathOf(fault);
  changeSources((filename, source) => (filename === path ? withFault(fault, source) : source));
}
await load('faults/work.ts').work(process.argv.slice(3));
