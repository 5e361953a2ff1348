/** The checks of exercises, each loaded when it is asked for. */
import type { Finished, Said } from '../../exercises';

type Check = (finished: Finished) => Said | null;

const checks = import.meta.glob<{ check: Check }>('../../examples/**/exercises/*/check.ts');

export async function checkOf(name: string): Promise<Check> {
  const load = checks[`../../examples/${name}/check.ts`];
  if (load === undefined) throw new Error(`the exercise ${name} has no check`);
  return (await load()).check;
}
