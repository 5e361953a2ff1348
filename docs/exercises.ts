export interface Said { readonly en: string; readonly zh: string }
export interface Finished { readonly output: readonly string[]; readonly errors: readonly string[]; readonly seconds: number; readonly source: string }
