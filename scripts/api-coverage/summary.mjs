// Prints what the check has found.
import { moduleOf } from './reference.mjs';

/** Prints counts by module, what is missing, what raises NotImplementedError, differences, and problems. */
export function printSummary({ reference, raised, differences, problems }) {
  console.log('Python 3.14, its public names, in the built package and its API model\n');
  for (const module of new Set(reference.map(({ name }) => moduleOf(name)))) {
    const total = reference.filter(({ name }) => moduleOf(name) === module).length;
    console.log(`  ${module.padEnd(20)}${String(total).padStart(4)}`);
  }
  printList('Raise NotImplementedError', raised, ({ name, reason }) => [reason, name]);
  printList('Different, with a reason', differences, ({ name, problem, reason }) => [reason, `${name}: ${problem}`]);
  if (problems.length === 0) {
    console.log('\nEverything else is there, is called by a test, and is documented.');
    return;
  }
  console.log('\nNot as it has to be:');
  for (const { name, problem } of problems) console.log(`  ${name} — ${problem}`);
  console.log(`\n${problems.length} problems`);
}

/** A list whose entries are put together by their reason. */
function printList(title, items, describe) {
  if (items.length === 0) return;
  console.log(`\n${title}: ${items.length}`);
  const groups = new Map();
  for (const [reason, text] of items.map(describe)) groups.set(reason, [...(groups.get(reason) ?? []), text]);
  for (const [reason, texts] of groups) {
    const shown = texts.length > 8 ? [...texts.slice(0, 7), `and ${texts.length - 7} more`] : texts;
    console.log(`  ${reason}\n${shown.map((text) => `    ${text}`).join('\n')}`);
  }
}
