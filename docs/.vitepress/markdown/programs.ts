/**
 * Programs in pages.
 *
 *     ::: program learn/awaitables/first_task timeline
 *     :::
 *
 * shows the files of that name below `examples`, in both languages. A block ` ```ts ` in a page becomes a program as
 * well, unless it is one that can't run.
 */
import type MarkdownIt from 'markdown-it';
import { attribute, define, exampleText, fence, wantedText } from './containers';

const CANT_RUN = ['no-run', 'wrong', 'node'];

export function programs(md: MarkdownIt): void {
  const plain = md.renderer.rules.fence;
  if (plain === undefined) throw new Error('VitePress has a rule for blocks of code');

  define(md, 'program', ({ name, flags }, env) => {
    const python = exampleText(`${name}.py`);
    const output = exampleText(`${name}.out`);
    const inside = (slot: string, html: string) => `<template #${slot}>${html}</template>`;
    // Inside of the component the blocks are not programs of their own.
    return [
      `<Program name="${attribute(name)}" flags="${attribute(flags.join(' '))}">`,
      inside('typescript', fence(md, 'ts program', wantedText(`${name}.ts`), env)),
      python === null ? '' : inside('python', fence(md, 'python', python, env)),
      output === null ? '' : inside('output', fence(md, 'txt', output, env)),
      '</Program>',
    ].join('\n');
  });

  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = plain(tokens, index, options, env, self);
    const [language, ...flags] = (tokens[index]?.info ?? '').trim().split(/\s+/);
    if (language !== 'ts' || flags.includes('program') || flags.some((flag) => CANT_RUN.includes(flag))) return html;
    return `<Program flags="inline"><template #typescript>${html}</template></Program>\n`;
  };
}
