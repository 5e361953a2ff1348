// Coroutine methods know their object, across awaits, inheritance and super calls.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  class Base {
    readonly name: string;

    constructor(name: string) {
      this.name = name;
    }

    @asyncio.coroutine
    async hello(greeting: string): Promise<string> {
      await asyncio.sleep(0);
      return `${greeting} ${this.name}`;
    }

    @asyncio.coroutine
    async twice(): Promise<string[]> {
      return [await this.hello('first'), await this.hello('second')];
    }
  }

  class Derived extends Base {
    @asyncio.coroutine
    override async hello(greeting: string): Promise<string> {
      const text = await super.hello(greeting.toUpperCase());
      return text + '!';
    }
  }

  trace('base', await new Base('base').twice());
  trace('derived', await new Derived('derived').twice());
  const bound = new Derived('bound');
  const method = bound.hello.bind(bound) as (greeting: string) => asyncio.Coroutine<string>;
  trace('bound', await asyncio.create_task(method('as a task')));
});
