/** The difference of two traces. */
import { lineDifference } from './diff';

describe('lineDifference', () => {
  test('is null for equal traces', () => {
    expect(lineDifference(['a', 'b'], ['a', 'b'])).toBeNull();
    expect(lineDifference([], [])).toBeNull();
  });

  test('marks what is missing and what is too much', () => {
    expect(lineDifference(['a', 'b', 'c'], ['a', 'x', 'c'])).toBe('  a\n- b\n+ x\n  c');
    expect(lineDifference(['a'], ['a', 'b'])).toBe('  a\n+ b');
    expect(lineDifference(['a', 'b'], ['b'])).toBe('- a\n  b');
  });

  test('sees lines that changed places', () => {
    expect(lineDifference(['a', 'b'], ['b', 'a'])).toBe('- a\n  b\n+ a');
  });

  test('shows three lines around a difference', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    const changed = lines.map((line) => (line === '5' ? 'five' : line));
    expect(lineDifference(lines, changed)).toBe('  2\n  3\n  4\n- 5\n+ five\n  6\n  7\n  8\n  …');
  });
});
