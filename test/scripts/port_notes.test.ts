/** The notes of the table of names are said in Chinese too, and one that isn't is no silent gap. */
import { scriptModule } from '../support/modules';

interface Difference {
  readonly name: string;
  readonly reason: string;
}
interface Modules {
  inChinese(note: string): string;
  readonly DIFFERENCES: readonly Difference[];
}

let inChinese: Modules['inChinese'];
let reasons: string[];
beforeAll(async () => {
  ({ inChinese } = await scriptModule<Modules>('docs/port/notes.mjs'));
  const { DIFFERENCES } = await scriptModule<Modules>('api-coverage/tables.mjs');
  reasons = DIFFERENCES.map(({ reason }) => reason);
});

test('names in quotes stay, in their order', () => {
  expect(inChinese("parameter 2 is 'n', not 'nbytes'")).toBe("第 2 个参数是 'n'，不是 'nbytes'");
});

test('a reason stands behind its problem', () => {
  expect(inChinese("there is a keyword 'key': objects of JavaScript have no order of their own")).toBe(
    "多一个关键字 'key'：JavaScript 的对象本身没有大小顺序",
  );
});

test('each reason for a difference has its Chinese', () => {
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons)
    expect(inChinese(`it is missing: ${reason}`)).toMatch(/^没有这个名称：.*\p{Script=Han}/u);
});

test('a note that has no Chinese stops the making of the page', () => {
  expect(() => inChinese('it is missing: nobody knows why')).toThrow('has no Chinese for "nobody knows why"');
  expect(() => inChinese('it is larger')).toThrow('has no Chinese for "it is larger"');
});
