/** The look of the site: VitePress's own, with the fonts of the reader's system, and components for live programs. */
import { useRoute, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, nextTick, onMounted, watch } from 'vue';
import Exercise from './Exercise.vue';
import Program from './Program.vue';
import { mendLandmarks } from './landmarks';
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
