// Finds the examples that a page shows, and those in the doc comments of a source file.

/**
 * The ```ts blocks of a Markdown file, or of the doc comments of a source file: where each stands, its code, and the words
 * after ```ts. One opened by ```ts wrong shows a mistake to lint, and is left to the tests of the plugin.
 */
export function extract(file, text) {
  const inComments = file.endsWith('.ts');
  const examples = [];
  let open = null;
  for (const [index, raw] of text.split('\n').entries()) {
    if (inComments && !/^\s*\*/.test(raw)) {
      open = null;
      continue;
    }
    const line = inComments ? raw.replace(/^\s*\* ?/, '') : raw;
    const fence = /^\s*```(\S*)\s*(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open !== null) {
      if (open.language === 'ts') examples.push(toExample(file, open));
      open = null;
    } else open = { language: fence[1], flags: fence[2].split(' '), first: index + 2, lines: [] };
  }
  return examples;
}

function toExample(file, { first, flags, lines }) {
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const code = lines.map((line) => line.slice(indent)).join('\n');
  return { file, line: first, name: `${file.replace(/\W/g, '-')}-${first}`, code, flags };
}

/** What a page shows by `::: program NAME FLAGS`: names and flags. */
export function shownIn(text) {
  return [...text.matchAll(/^ *::: program (\S+)(.*)$/gm)].map(([, name, flags]) => ({
    name,
    flags: flags.split(' ').filter((flag) => flag !== ''),
  }));
}
