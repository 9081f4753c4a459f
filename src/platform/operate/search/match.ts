import type { ProcessVariables } from '../../../sdk/index.js';

const LONGEST = 120;

/** The first field that holds the text, as the database compared it. */
export function matchIn(scopes: readonly ProcessVariables[], q: string, field?: string): { name: string; value: string } | null {
  const wanted = q.toLowerCase();
  for (const variables of scopes) {
    for (const [name, value] of Object.entries(variables)) {
      if (value === null || value === undefined || (field !== undefined && name !== field)) continue;
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      if (text.toLowerCase().includes(wanted)) return { name, value: text.slice(0, LONGEST) };
    }
  }
  return null;
}
