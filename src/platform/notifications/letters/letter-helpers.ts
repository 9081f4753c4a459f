/** What a template may call: Handlebars' own and ours (rendering/helpers.mjs). Anything else would stop the letter when it is asked for. */
export const LETTER_HELPERS: readonly string[] = ['each', 'if', 'unless', 'with', 'lookup', 'tanggal', 'angka', 'urut', 'sama', 'besar', 'atau'];
