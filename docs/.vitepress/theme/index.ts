/** The look of the site: VitePress's own, with the fonts of the reader's system, and components for live programs. */
import { useRoute, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h, nextTick, onMounted, watch } from 'vue';
import Exercise from './Exercise.vue';
import Neighbours from './Neighbours.vue';
import Playable from './Playable.vue';
import Program from './Program.vue';
import { mendLandmarks } from './landmarks';
import './code.css';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'sidebar-nav-before': () => h(Neighbours) }),
  enhanceApp({ app }) {
    app.component('Program', Program);
    app.component('Exercise', Exercise);
    app.component('Playable', Playable);
    app.component(
      'Playground',
      defineAsyncComponent(() => import('./Playground.vue')),
    );
  },
  setup() {
    const route = useRoute();
    onMounted(mendLandmarks);
    watch(
      () => route.data,
      () => void nextTick(mendLandmarks),
    );
  },
};

export default theme;
