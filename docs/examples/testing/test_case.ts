import * as asyncio from 'asyncio-ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IsolatedAsyncioTestCase } from 'asyncio-ts/testing';

class CounterTest extends IsolatedAsyncioTestCase {
  events: string[] = [];
  queue!: asyncio.Queue<string>;
  worker!: asyncio.Task<void>;

  override setUp() {
    this.events = [];
  }

  override async asyncSetUp() {
    this.queue = new asyncio.Queue();
    this.worker = asyncio.create_task(this.work());
    this.addAsyncCleanup(() => this.stop());
  }

  @asyncio.coroutine
  async work() {
    while (true) {
      this.events.push(await this.queue.get());
      this.queue.task_done();
    }
  }

  async stop() {
    this.worker.cancel();
  }

  async test_takes_what_is_put() {
    await this.queue.put('a');
    await this.queue.join();
    assert.deepEqual(this.events, ['a']);
  }
}

CounterTest.register({ describe, test }); // With global ones, as in Jest: CounterTest.register().
