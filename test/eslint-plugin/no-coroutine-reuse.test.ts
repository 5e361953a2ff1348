import { inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-coroutine-reuse', {
  valid: [
    inMain('const later = work(); await later;'),
    inMain('const task = asyncio.create_task(work()); await task; await task;'),
    inMain('const later = work(); if (early) await later; else await asyncio.wait_for(later, 1);'),
    inMain('const later = work(); if (early) { await later; } await later;'),
    inMain('const later = work(); try { await later; } catch {} await later;'),
    inMain('const later = work(); early && (await later); await later;'),
    inMain('let later = work(); await later; later = work(); await later;'),
    inMain('for (const name of names) { const later = work(); await later; }'),
    inMain('const later = work(); while (true) { await later; break; }'),
    inMain('const later = work(); await later; try { await later; } catch (error) { show(error); }'),
    inMain('const value = await work(); await value; await value;'),
  ],
  invalid: [
    { code: inMain('const later = work(); await later; await later;'), errors: ['twice'] },
    { code: inMain('const later = work(); await later; if (again) { await later; }'), errors: ['twice'] },
    { code: inMain('const later = work(); const a = await later; return [a, await later];'), errors: ['twice'] },
    { code: inMain('const later = work(); const task = asyncio.create_task(later); await later;'), errors: ['twice'] },
    { code: inGenerator('const later = work(); yield* later; yield* later;'), errors: ['twice'] },
    { code: inMain('const later = work(); for (const name of names) await later;'), errors: ['loop'] },
  ],
});
