import * as asyncio from 'asyncio-ts';

const State = { WAITING: 'waiting', DONE: 'done' } as const;
type State = (typeof State)[keyof typeof State];

interface Job {
  readonly name: string;
  readonly state: State;
}
const new_job = (name: string, { state = State.WAITING as State } = {}): Job => ({ name, state });

interface Store {
  save(job: Job): asyncio.Awaitable<void>;
}

const job = new_job('a');
const done: Job = { ...job, state: State.DONE };
[job, done]; // => [{ name: 'a', state: 'waiting' }, { name: 'a', state: 'done' }]
