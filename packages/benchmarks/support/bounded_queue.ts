/** What asyncio's `Queue` is, in bare promises: the platform has none. */

export class BoundedQueue<T> {
  readonly #items: T[] = [];
  readonly #getters: (() => void)[] = [];
  readonly #putters: (() => void)[] = [];
  readonly #bound: number;

  constructor(bound: number) {
    this.#bound = bound;
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#bound) await waitIn(this.#putters);
    this.#items.push(item);
    this.#getters.shift()?.();
  }

  async get(): Promise<T> {
    while (this.#items.length === 0) await waitIn(this.#getters);
    const item = this.#items.shift() as T;
    this.#putters.shift()?.();
    return item;
  }
}

function waitIn(waiters: (() => void)[]): Promise<void> {
  return new Promise((resolve) => {
    waiters.push(resolve);
  });
}
