/** A difference of two traces, to be read. */

/** Lines of both that agree, shown before and after a difference. */
const CONTEXT = 3;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** The lines of both, by their longest common subsequence. */
function aligned(expected: readonly string[], received: readonly string[]): Line[] {
  // lengths[i][j]: how many lines expected[i…] and received[j…] have in common.
  const lengths = Array.from({ length: expected.length + 1 }, () => new Array<number>(received.length + 1).fill(0));
  const common = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = received.length - 1; j >= 0; j--) {
      row[j] = expected[i] === received[j] ? 1 + common(i + 1, j + 1) : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < received.length) {
    const left = expected[i];
    const right = received[j];
    if (left !== undefined && left === right) {
      lines.push({ mark: ' ', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ mark: '-', text: left });
      i++;
    } else if (right !== undefined) {
      lines.push({ mark: '+', text: right });
      j++;
    }
  }
  return lines;
}

/** `-` for lines that are missing, `+` for lines that are too many; null if there are none. */
export function lineDifference(expected: readonly string[], received: readonly string[]): string | null {
  const lines = aligned(expected, received);
  const differs = lines.map((line) => line.mark !== ' ');
  if (!differs.includes(true)) return null;
  const shown = lines.map((_line, index) =>
    differs.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).includes(true),
  );
  const text: string[] = [];
  lines.forEach(({ mark, text: line }, index) => {
    if (shown[index] === true) text.push(`${mark} ${line}`);
    else if (shown[index - 1] === true) text.push('  …');
  });
  return text.join('\n');
}
