/** The site: two languages, one look. `DOCS_BASE` is the path under which it will stand, `/` unless it is set. */
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import { colours } from './markdown/colours';
import { exercises } from './markdown/exercises';
import { programs } from './markdown/programs';
import { en } from './site/en';
import { groupOf } from './site/reference';
import { searchable, tokenize } from './site/search';
import { zh } from './site/zh';

export default defineConfig({
  base: process.env.DOCS_BASE ?? '/',
  title: 'asyncio-ts',
  cleanUrls: false,
  // What all pages share is a file that is loaded once.
  metaChunk: true,
  lastUpdated: false,
  ignoreDeadLinks: process.env.DOCS_DRAFT === '1',
  srcExclude: ['examples/**', 'public/**'],
  head: [['link', { rel: 'icon', href: `${process.env.DOCS_BASE ?? '/'}icon.svg`, type: 'image/svg+xml' }]],
  locales: { root: en, zh },
  // Who reads one page doesn't load those that it links to.
  router: { prefetchLinks: false },
  transformPageData(page) {
    const group = groupOf(page.relativePath);
    return group === undefined ? {} : { frontmatter: { ...page.frontmatter, group } };
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: { zh: { translations: zh.search } },
        miniSearch: { options: { tokenize } },
        _render: searchable,
      },
    },
    externalLinkIcon: true,
  },
  markdown: {
    // Anchors as in other places that show Markdown: links between pages are right in both.
    anchor: { slugify: slug },
    headers: { slugify: slug },
    toc: { slugify: slug },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    codeTransformers: [colours],
    config(md) {
      md.use(programs);
      md.use(exercises);
    },
  },
  vite: {
    build: { chunkSizeWarningLimit: 700 },
  },
});
