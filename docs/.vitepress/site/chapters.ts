/** The chapters of the course, in order; both languages name them. */
export const CHAPTERS = [
  'coroutines',
  'blocking',
  'generators',
  'history',
  'event-loop',
  'awaitables',
  'concurrency',
  'three-ways',
  'cancellation',
  'timeouts',
  'task-groups',
  'locks-and-queues',
  'streams',
  'testing',
  'pitfalls',
] as const;

export type Chapter = (typeof CHAPTERS)[number];

/** The sidebar's items of the course. */
export function chapterItems(base: string, titles: Record<Chapter, string>): { text: string; link: string }[] {
  return CHAPTERS.map((chapter, index) => ({
    text: `${String(index + 1)}. ${titles[chapter]}`,
    link: `${base}learn/${chapter}`,
  }));
}
