/** `asyncio.graph`, as Python's submodule. */
export { capture_call_graph, format_call_graph, print_call_graph } from '../core/graph/graph.js';
export { FrameCallGraphEntry, FutureCallGraph } from '../core/graph/graph_entries.js';
