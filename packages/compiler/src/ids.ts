/** The names of files, as bundlers and Node have them. */

/** The extensions of the files that may be compiled, as a pattern. */
const SCRIPT = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** What bundlers put behind the name of a file that stays the same file: a version, a time, the marks of a worker. */
const SAME_FILE = /^(?:(?:v|t|import|worker_file|type)(?:=[^&]*)?(?:&|$))+$/;

/** Whether a file belongs to a package that is installed. */
export const isInstalled = (file: string): boolean => /[\\/]node_modules[\\/]/.test(file);

/** The path of the script that an id means; null if it is no script, or one that is part of something else. */
export function fileOf(id: string): string | null {
  const [file = '', query] = id.split('?', 2);
  if (file.includes('\0') || !SCRIPT.test(file)) return null;
  return query === undefined || SAME_FILE.test(query) ? file : null;
}
