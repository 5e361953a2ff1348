/** The site in Chinese. */
import type { DefaultTheme, LocaleSpecificConfig } from 'vitepress';
import { chapterItems } from './chapters';

const learn: DefaultTheme.SidebarItem[] = [
  {
    text: '学习 asyncio',
    items: [
      { text: '课程介绍', link: '/zh/learn/' },
      ...chapterItems('/zh/', {
        coroutines: '什么是协程',
        blocking: '同步与异步',
        generators: '把生成器用作协程',
        history: '从 yield 到 asyncio.run',
        'event-loop': '逐轮观察事件循环',
        awaitables: '协程、任务、Future 与 await',
        concurrency: '依次执行与并发执行',
        'three-ways': '三种运行方式',
        cancellation: '取消',
        timeouts: '超时',
        'task-groups': '任务组',
        'locks-and-queues': '锁与队列',
        streams: '流',
        testing: '用虚拟时间做测试',
        pitfalls: '常见错误与排查',
      }),
    ],
  },
];

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: '运行与构建',
    items: [
      { text: '起步', link: '/zh/start' },
      { text: '普通 async 函数', link: '/zh/compiling' },
      { text: '命令行', link: '/zh/command-line' },
    ],
  },
  {
    text: '网络与系统',
    items: [
      { text: '流与服务器', link: '/zh/streams' },
      { text: 'TLS', link: '/zh/tls' },
      { text: '数据报', link: '/zh/datagrams' },
      { text: '子进程与信号', link: '/zh/subprocesses' },
      { text: '线程与进程', link: '/zh/threads' },
    ],
  },
  {
    text: '写对程序',
    items: [
      { text: '测试', link: '/zh/testing' },
      { text: '出错的时候', link: '/zh/debugging' },
      { text: '跟踪', link: '/zh/tracing' },
      { text: 'Lint 规则', link: '/zh/lint/' },
    ],
  },
  {
    text: '如何实现',
    items: [
      { text: '与 CPython 的一致程度', link: '/zh/conformance' },
      { text: '有多快', link: '/zh/performance' },
      { text: '从内部看事件循环', link: '/zh/contributing/kernel' },
      { text: '编译器', link: '/zh/contributing/compiler' },
      { text: '依赖', link: '/zh/contributing/dependencies' },
      { text: '变异测试', link: '/zh/contributing/mutation' },
    ],
  },
];

const port: DefaultTheme.SidebarItem[] = [
  {
    text: '从 Python 移植',
    items: [
      { text: '如何移植', link: '/zh/port/' },
      { text: '语法对照', link: '/zh/port/constructs' },
      { text: '全部名称', link: '/zh/port/names' },
      { text: 'asyncio 之外', link: '/zh/port/recipes' },
      { text: '逐行移植完整程序', link: '/zh/port/programs' },
      { text: '差异', link: '/zh/differences' },
    ],
  },
];

const search: DefaultTheme.LocalSearchOptions['translations'] = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详细列表',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭搜索',
    noResultsText: '没有结果：',
    footer: {
      selectText: '选择',
      selectKeyAriaLabel: '回车',
      navigateText: '切换',
      navigateUpKeyAriaLabel: '上箭头',
      navigateDownKeyAriaLabel: '下箭头',
      closeText: '关闭',
      closeKeyAriaLabel: 'Esc',
    },
  },
};

export const zh: LocaleSpecificConfig<DefaultTheme.Config> & { label: string; link: string; search: typeof search } = {
  label: '简体中文',
  lang: 'zh-Hans',
  link: '/zh/',
  description: '用 TypeScript 实现的 Python asyncio：任务、取消、任务组与超时，事件顺序与 Python 一致。',
  search,
  themeConfig: {
    nav: [
      { text: '学习', link: '/zh/learn/', activeMatch: '^/zh/learn/' },
      {
        text: '指南',
        link: '/zh/start',
        activeMatch:
          '^/zh/(start|compiling|command-line|streams|tls|datagrams|subprocesses|threads|testing|debugging|tracing|lint/)',
      },
      { text: '移植', link: '/zh/port/', activeMatch: '^/zh/(port/|differences)' },
      { text: '参考（英文）', link: '/reference/', activeMatch: '^/reference/' },
      { text: '演练场', link: '/zh/play' },
    ],
    sidebar: {
      '/zh/learn/': learn,
      '/zh/port/': port,
      '/zh/differences': port,
      '/zh/': guide,
    },
    outline: { level: [2, 3], label: '本页内容' },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '外观',
    lightModeSwitchTitle: '切换到浅色模式',
    darkModeSwitchTitle: '切换到深色模式',
    sidebarMenuLabel: '菜单',
    returnToTopLabel: '回到顶部',
    langMenuLabel: '切换语言',
    skipToContentLabel: '跳到内容',
  },
};
