import type MarkdownIt from 'markdown-it';

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

const rendered = new Map<string, { readonly source: string; readonly text: string }>();

/**
 * A page as the search reads it: without colours, which take most of the time of a build. VitePress asks once for the pages
 * and once more for what stands in them before scripts run.
 */
export function searchable(
  source: string,
  env: { readonly path: string; frontmatter?: { readonly search?: boolean } },
  md: MarkdownIt,
): string {
  md.options.highlight = null;
  const known = rendered.get(env.path);
  if (known?.source === source) return known.text;
  const html = md.render(source, env);
  const text = env.frontmatter?.search === false ? '' : html;
  rendered.set(env.path, { source, text });
  return text;
}
