/** Licences that an open publication may carry; ids as CKAN and Open Definition name them. */
export const LICENCES: Readonly<Record<string, { readonly title: string; readonly url: string }>> = {
  'CC-BY-4.0': { title: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { title: 'Creative Commons Attribution-ShareAlike 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC0-1.0': { title: 'Creative Commons CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};
export const DEFAULT_LICENCE = 'CC-BY-4.0';
