/** The look of the site: VitePress's own, with the fonts of the reader's system, and components for live programs. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent } from 'vue';
import Exercise from './Exercise.vue';
import Program from './Program.vue';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Program', Program);
    app.component('Exercise', Exercise);
    app.component(
      'Playground',
      defineAsyncComponent(() => import('./Playground.vue')),
    );
  },
};

export default theme;
