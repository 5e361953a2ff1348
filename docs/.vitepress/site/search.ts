/**
 * Cuts a text into the words that the search knows. Chinese has no spaces, so its runs are cut by the browser's own
 * segmenter, and a name like `create_task` is found whole and by its parts.
 *
 * VitePress hands this function to the page as text: it has to stand alone.
 */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  for (const run of text.match(/[\p{L}\p{N}_.]+/gu) ?? []) {
    if (/[\u3400-\u9fff]/.test(run)) {
      if (segmenter === null) words.push(...run);
      else for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike === true) words.push(segment);
      continue;
    }
    words.push(run);
    const parts = run.split(/[_.]+/).filter((part) => part !== '');
    if (parts.length > 1) words.push(...parts);
  }
  return words;
}
