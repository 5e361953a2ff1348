/** `asyncio.events`, as Python's submodule. */
export { AbstractEventLoop } from '../core/contract/events.js';
export { Handle, TimerHandle } from '../core/contract/handles.js';
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop_policy,
} from '../core/contract/policies.js';
export {
  _get_running_loop,
  _set_running_loop,
  get_event_loop,
  get_running_loop,
  new_event_loop,
  set_event_loop,
} from '../core/contract/current_loop.js';
