import { inCompiled, inGenerator, inMain } from './support/programs.js';
import { testRule, type Invalid } from './support/rules.js';

const RETHROW = 'if (!(error instanceof asyncio.Exception)) throw error;';
const caught = (handler: string): string => inMain(`try { await work(); } catch (error) {${handler} }`);

/** A handler that swallows, and what is suggested. */
const wrong = (handler: string): Invalid => ({
  code: caught(handler),
  errors: [
    { messageId: 'swallowed', suggestions: [{ messageId: 'rethrow', output: caught(` ${RETHROW}${handler}`) }] },
  ],
});

testRule('no-swallowed-cancellation', {
  valid: [
    caught(` ${RETHROW} log(error);`),
    caught(' log(error); throw error;'),
    caught(' if (error instanceof asyncio.ValueError) return 0; throw error;'),
    caught(' if (error instanceof asyncio.ValueError) log(error); else throw error;'),
    caught(' if (!(error instanceof asyncio.ValueError) || late) throw error;'),
    caught(' if (error instanceof asyncio.CancelledError) return null; log(error);'),
    caught(' if (stopping) throw error; log(error);'),
    caught(' asyncio.except_star(error, [asyncio.ValueError, log]);'),
    caught(' return Promise.reject(error);'),
    caught(' process.exit(1);'),
    caught(' switch (error.code) { case 1: break; default: throw error; }'),
    inMain('try { parse(); } catch { fallback(); }'),
    inMain('try { const answer = await fetch(address); } catch { fallback(); }'),
    inMain('const task = asyncio.create_task(work()); await task.catch((error) => { throw error; });'),
    inMain('await fetch(address).catch(() => null);'),
    inMain('try { await work(); } finally { log(); }'),
    inMain('try { parse(); } finally { return 1; }'),
    'try { await asyncio.run(main); } catch (error) { console.error(error); }',
    'async function plain() { try { await other(); } catch {} }',
    // The function inside is no part of the body.
    inMain('try { const later = async () => { await other(); }; } catch {}'),
  ],
  invalid: [
    wrong(' log(error);'),
    {
      code: inMain('try { await work(); } catch { }'),
      errors: [
        {
          messageId: 'swallowed',
          suggestions: [{ messageId: 'rethrow', output: inMain(`try { await work(); } catch (error) { ${RETHROW} }`) }],
        },
      ],
    },
    {
      code: inGenerator('try { yield* work(); } catch (e) { log(e); }'),
      errors: [
        {
          messageId: 'swallowed',
          suggestions: [
            {
              messageId: 'rethrow',
              output: inGenerator(
                'try { yield* work(); } catch (e) { if (!(e instanceof asyncio.Exception)) throw e; log(e); }',
              ),
            },
          ],
        },
      ],
    },
    { ...wrong(' if (!(error instanceof Error)) throw error;'), name: 'every error is an Error' },
    { ...wrong(' if (!(error instanceof asyncio.BaseException)) throw error;'), name: 'BaseException includes it' },
    {
      ...wrong(' if (error instanceof asyncio.Exception) throw error;'),
      name: 'a throw that a cancellation doesn’t reach',
    },
    { ...wrong(' return null; throw error;'), name: 'a return before the throw' },
    {
      name: 'a foreign promise, where the compiler interrupts the wait',
      code: inCompiled('try { await fetch(address); } catch (error) { log(error); }').replace(
        `'use asyncio';\n`,
        `'use asyncio';\nimport { run } from 'asyncio-ts';\n`,
      ),
      errors: ['swallowed'],
    },
    {
      name: 'a plain function that waits for a coroutine',
      code: 'async function plain() { try { await asyncio.sleep(1); } catch (error) { log(error); } }\n asyncio.Exception;',
      errors: [
        {
          messageId: 'swallowed',
          suggestions: [
            {
              messageId: 'rethrow',
              output: `async function plain() { try { await asyncio.sleep(1); } catch (error) { ${RETHROW} log(error); } }\n asyncio.Exception;`,
            },
          ],
        },
      ],
    },
    { code: inMain('await work().catch(() => null);'), errors: ['swallowed'] },
    { code: inMain('await asyncio.create_task(work()).catch(console.error);'), errors: ['swallowed'] },
    { code: inMain('await work().then((value) => value, (error) => { log(error); });'), errors: ['swallowed'] },
    { code: inMain('try { await work(); } finally { return 1; }'), errors: ['finallyReturn'] },
  ],
});
