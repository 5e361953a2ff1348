/** The site in English. */
import type { DefaultTheme, LocaleSpecificConfig } from 'vitepress';
import { chapterItems } from './chapters';
import { referenceSidebar } from './reference';

const learn: DefaultTheme.SidebarItem[] = [
  {
    text: 'Learn asyncio',
    items: [
      { text: 'About the course', link: '/learn/' },
      ...chapterItems('/', {
        coroutines: 'What a coroutine is',
        blocking: 'Synchronous and asynchronous',
        generators: 'Generators as coroutines',
        history: 'From yield to asyncio.run',
        'event-loop': 'The loop, turn by turn',
        awaitables: 'Coroutine, task, future, await',
        concurrency: 'One after the other, or together',
        'three-ways': 'Three ways to run',
        cancellation: 'Cancellation',
        timeouts: 'Timeouts',
        'task-groups': 'Task groups',
        'locks-and-queues': 'Locks and queues',
        streams: 'Streams',
        testing: 'Testing with virtual time',
        pitfalls: 'What goes wrong',
      }),
    ],
  },
];

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Run and build',
    items: [
      { text: 'First steps', link: '/start' },
      { text: 'Plain async functions', link: '/compiling' },
      { text: 'The command line', link: '/command-line' },
    ],
  },
  {
    text: 'Network and system',
    items: [
      { text: 'Streams and servers', link: '/streams' },
      { text: 'TLS', link: '/tls' },
      { text: 'Datagrams', link: '/datagrams' },
      { text: 'Child processes and signals', link: '/subprocesses' },
      { text: 'Threads and processes', link: '/threads' },
    ],
  },
  {
    text: 'Right programs',
    items: [
      { text: 'Testing', link: '/testing' },
      { text: 'When something goes wrong', link: '/debugging' },
      { text: 'Traces', link: '/tracing' },
      { text: 'Lint rules', link: '/lint/' },
    ],
  },
  {
    text: 'How it is made',
    items: [
      { text: 'Agreement with CPython', link: '/conformance' },
      { text: 'How fast it is', link: '/performance' },
      { text: 'The loop from inside', link: '/contributing/kernel' },
      { text: 'The compiler', link: '/contributing/compiler' },
      { text: 'Dependencies', link: '/contributing/dependencies' },
      { text: 'Mutation tests', link: '/contributing/mutation' },
    ],
  },
];

const port: DefaultTheme.SidebarItem[] = [
  {
    text: 'Port from Python',
    items: [
      { text: 'How to port', link: '/port/' },
      { text: 'Constructs', link: '/port/constructs' },
      { text: 'Every name', link: '/port/names' },
      { text: 'Beside asyncio', link: '/port/recipes' },
      { text: 'Programs, line by line', link: '/port/programs' },
      { text: 'Differences', link: '/differences' },
    ],
  },
];

export const en: LocaleSpecificConfig<DefaultTheme.Config> & { label: string } = {
  label: 'English',
  lang: 'en',
  description:
    "Python's asyncio for TypeScript: tasks, cancellation, task groups, timeouts, in Python's order of events.",
  themeConfig: {
    nav: [
      { text: 'Learn', link: '/learn/', activeMatch: '^/learn/' },
      {
        text: 'Guide',
        link: '/start',
        activeMatch:
          '^/(start|compiling|command-line|streams|tls|datagrams|subprocesses|threads|testing|debugging|tracing|lint/)',
      },
      { text: 'Port', link: '/port/', activeMatch: '^/(port/|differences)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Playground', link: '/play' },
    ],
    sidebar: { '/learn/': learn, '/port/': port, '/differences': port, '/reference/': referenceSidebar(), '/': guide },
    outline: { level: [2, 3], label: 'On this page' },
  },
};
