/** The examples of the lint rules run as well: what is wrong shows when it does. What they say is recorded beside them. */
import { flagged, pagesUnder, shown } from './pages';
import { run, textOf, told, type Done } from './programs';

const pages = pagesUnder('lint');
const onRealTime = flagged(pages, 'real-time');
const wrong = [...flagged(pages, 'wrong')].sort();
const right = shown(pages, 'program').filter((path) => !wrong.includes(path));

const done = (path: string): Promise<Done> => run(`${path}.ts`, { realTime: onRealTime.has(path) });

test.each(wrong)('%s says what is recorded', async (path) => {
  expect(told(await done(path))).toBe(textOf(`${path}.out`));
});

test.each(right)('%s prints what is recorded, and reports nothing', async (path) => {
  const { output, errors } = await done(path);
  expect(errors).toBe('');
  expect(output).not.toBe('');
  expect(output).toBe(textOf(`${path}.out`));
});

test.each(wrong)('%s tells something else than what is right', (path) => {
  const others = right.filter((other) => other.startsWith(path.replace(/[^/]+$/, '')));
  expect(others).not.toHaveLength(0);
  for (const other of others) expect(textOf(`${other}.out`)).not.toBe(textOf(`${path}.out`));
});
