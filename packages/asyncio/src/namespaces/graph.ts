/** `asyncio.graph`, as Python's submodule. */
export {
  capture_call_graph,
  format_call_graph,
  FrameCallGraphEntry,
  FutureCallGraph,
  print_call_graph,
} from '../core/graph.js';
