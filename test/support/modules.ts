/** The modules under `scripts/`, which Node loads itself: Jest can't import an `.mjs`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';

/** Loads the module of that path below `scripts/`. */
export async function scriptModule<Module>(path: string): Promise<Module> {
  const { href } = pathToFileURL(join(__dirname, '../../scripts', path));
  const script = new Script(`import(${JSON.stringify(href)})`, {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return (await script.runInThisContext()) as Module;
}
