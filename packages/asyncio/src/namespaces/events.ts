/** `asyncio.events`, as Python's submodule. */
export { AbstractEventLoop } from '../core/events.js';
export { Handle, TimerHandle } from '../core/handles.js';
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop_policy,
} from '../core/policies.js';
export {
  _get_running_loop,
  _set_running_loop,
  get_event_loop,
  get_running_loop,
  new_event_loop,
  set_event_loop,
} from '../core/current_loop.js';
