/**
 * Exercises, and diagrams of what a program does.
 *
 *     ::: exercise learn/concurrency/two_timers
 *     The task.
 *     :::
 */
import type MarkdownIt from 'markdown-it';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attribute, define, exampleText, fence, wantedText } from './containers';

const PICTURES = fileURLToPath(new URL('../../live/diagrams.json', import.meta.url));

/** Where the files of an exercise are: `learn/concurrency/two_timers` is in `learn/concurrency/exercises/two_timers`. */
function folderOf(name: string): string {
  return name.replace(/[^/]+$/, 'exercises/$&');
}

export function exercises(md: MarkdownIt): void {
  define(
    md,
    'exercise',
    ({ name }) => `<Exercise name="${attribute(folderOf(name))}"><template #task>\n`,
    ({ name }, env) => {
      const folder = folderOf(name);
      const python = exampleText(`${folder}/solution.py`);
      return [
        '</template>',
        `<template #start>${fence(md, 'ts program', wantedText(`${folder}/start.ts`), env)}</template>`,
        `<template #solution>${fence(md, 'ts program', wantedText(`${folder}/solution.ts`), env)}`,
        python === null ? '' : fence(md, 'python', python, env),
        '</template></Exercise>\n',
      ].join('\n');
    },
  );
  define(
    md,
    'timeline',
    ({ name }) => {
      const { names, chart } = pictureOf(name);
      const scrolls = `<div class="chart" tabindex="0" role="group" aria-label="${attribute(name)}">${chart}</div>`;
      return `<figure class="diagram" v-pre><div class="picture"><div class="names">${names}</div>${scrolls}</div><figcaption>\n`;
    },
    () => '</figcaption></figure>\n',
  );
}

interface Picture {
  readonly names: string;
  readonly chart: string;
}

/** The picture of a program, which has been run before the pages are made. */
function pictureOf(name: string): Picture {
  const pictures = JSON.parse(readFileSync(PICTURES, 'utf8')) as Record<string, Picture>;
  const picture = pictures[name];
  if (picture === undefined) throw new Error(`there is no diagram of "${name}": \`npm run docs:prepare\` draws it`);
  return picture;
}
