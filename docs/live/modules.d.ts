/** Files that are no TypeScript, as the bundlers of the site hand them out. */

declare module '*.py' {
  const text: string;
  export default text;
}
