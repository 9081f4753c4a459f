import type { TableColumn } from './check.js';

/** What stands above a column: its unit too, where the title does not have it as a word of its own. */
export function Head({ column: { label, unit, required } }: { column: TableColumn }) {
  const [title, words] = [label.toLowerCase(), unit?.trim().toLowerCase() ?? ''];
  const isSaid = ['', '-'].includes(words) || title.includes(`(${words})`) || title.split(/[\s()]+/).includes(words);
  return <>{label}{isSaid ? null : <span className="tertib-unit"> ({unit?.trim()})</span>}{required ? ' *' : null}</>;
}
