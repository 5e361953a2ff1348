/** Ports that several sockets share. */
import nodeProcess from 'node:process';

/** Node ignores `reusePort` before it knows it. */
export function sharesPorts(): boolean {
  const [major = 0, minor = 0] = nodeProcess.versions.node.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 1) || (major === 22 && minor >= 12);
}
