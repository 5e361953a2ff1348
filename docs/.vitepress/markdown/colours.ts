/**
 * The colours of code, as classes. Shiki writes both colours, that of the light and that of the dark theme, to each word: that
 * made half of a page. What has the usual colour needs no element at all.
 */
import type { MarkdownOptions } from 'vitepress';

type ShikiTransformer = NonNullable<MarkdownOptions['codeTransformers']>[number];
type Line = Parameters<NonNullable<ShikiTransformer['line']>>[0];

/** The pairs of the two themes in `config.ts`; `theme/code.css` has the same classes. A pair that isn't here stays as it is. */
const CLASSES: Readonly<Record<string, string>> = {
  '--shiki-light:#A0111F;--shiki-dark:#FF9492': 'keyword',
  '--shiki-light:#622CBC;--shiki-dark:#DBB7FF': 'function',
  '--shiki-light:#023B95;--shiki-dark:#91CBFF': 'constant',
  '--shiki-light:#032563;--shiki-dark:#ADDCFF': 'string',
  '--shiki-light:#702C00;--shiki-dark:#FFB757': 'variable',
  '--shiki-light:#66707B;--shiki-dark:#BDC4CC': 'comment',
  '--shiki-light:#024C1A;--shiki-dark:#72F088': 'added',
};

const USUAL = '--shiki-light:#0E1116;--shiki-dark:#F0F3F6';

export const colours: ShikiTransformer = {
  name: 'colours',
  line(line) {
    line.children = line.children.flatMap(coloured);
  },
};

function coloured(word: Line['children'][number]): Line['children'] {
  if (word.type !== 'element') return [word];
  const { style, ...properties } = word.properties;
  const pair = String(style).replace(/;$/, '');
  if (pair === USUAL && Object.keys(properties).length === 0) return word.children;
  const name = CLASSES[pair];
  return [name === undefined ? word : { ...word, properties: { ...properties, class: name } }];
}
