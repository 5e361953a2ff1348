/**
 * Programs in pages.
 *
 *     ::: program learn/awaitables/first_task timeline
 *     :::
 *
 * shows the files of that name below `examples`, in both languages, to edit and run. Of the flags behind it, `node` says that
 * the program needs what a page hasn't, and `vitest` or `jest` that it is a file of tests: those are there to be read.
 */
import type MarkdownIt from 'markdown-it';
import { attribute, define, exampleText, fence, wantedText } from './containers';

export function programs(md: MarkdownIt): void {
  define(md, 'program', ({ name, flags }, env) => {
    const typescript = fence(md, 'ts', wantedText(`${name}.ts`), env);
    const python = exampleText(`${name}.py`);
    const output = exampleText(`${name}.out`);
    const inside = (slot: string, html: string) => `<template #${slot}>${html}</template>`;
    return [
      `<Program name="${attribute(name)}" flags="${attribute(flags.join(' '))}">`,
      inside('typescript', typescript),
      python === null ? '' : inside('python', fence(md, 'python', python, env)),
      output === null ? '' : inside('output', fence(md, 'txt', output, env)),
      '</Program>',
    ].join('\n');
  });
}
