// A reporter for node:test: one line of JSON for each test.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' || data.name.endsWith('.mjs')) continue;
    const { name, skip, todo, details } = data;
    const status = skip !== undefined ? 'skipped' : todo !== undefined ? 'todo' : type.slice(5);
    yield `${JSON.stringify({ name, status, message: details.error?.cause?.message ?? '' })}\n`;
  }
}
