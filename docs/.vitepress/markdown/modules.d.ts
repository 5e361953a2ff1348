declare module 'markdown-it-container' {
  import type MarkdownIt from 'markdown-it';
  import type { RenderRule } from 'markdown-it/lib/renderer.mjs';
  const container: (md: MarkdownIt, name: string, options: { render: RenderRule }) => void;
  export default container;
}
