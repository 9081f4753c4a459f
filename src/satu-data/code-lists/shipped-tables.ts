import { SHIPPED_LISTS } from '../reference/index.js';
import { CodeTable, type ListFacts } from './code-table.js';

/** What the lists are that come with the application, in the version that came. */
export const SHIPPED_FACTS: readonly ListFacts[] = SHIPPED_LISTS.map(({ scheme, title, levels = [], pairedWith }) => ({ scheme, title, levels, pairedWith, shipped: true, version: 0 }));

const tables = new Map<string, Promise<CodeTable>>();

/** Read once for as long as the process lives, since nobody changes them; without codes where none came under this name. */
export function shippedTable(facts: ListFacts): Promise<CodeTable> {
  const { scheme } = facts;
  const list = SHIPPED_LISTS.find((one) => one.scheme === scheme);
  if (!list) return CodeTable.of(facts, []);
  const read = tables.get(scheme) ?? CodeTable.of(SHIPPED_FACTS.find((one) => one.scheme === scheme) ?? facts, list.codes());
  tables.set(scheme, read);
  read.catch(() => tables.delete(scheme));
  return read;
}
