/** The files that programs in pages are run by, below the path of the site; `scripts/docs/live.mjs` writes their names. */
declare const files: { readonly typescript: string; readonly python: string; readonly pyodide: string };
export default files;
