/** The programs of the table of constructs. They are many and small, and come all at once when somebody asks for one. */
const files = import.meta.glob<string>('../../examples/constructs/*/*', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A construct in a style, and in Python. */
export function programOf(name: string, style: string): { typescript: string; python: string } {
  const textOf = (file: string) => {
    const text = files[`../../examples/constructs/${name}/${file}`];
    if (text === undefined) throw new Error(`there is no file ${file} of the construct ${name}`);
    return text.trimEnd();
  };
  return { typescript: textOf(`${style}.ts`), python: textOf('program.py') };
}
