import type { Span } from './code-table.js';

/**
 * The years that data are about, as the list says them (`Tahun 2024`, `2020–2024`). Where it says none: the year before the collection
 * period and that of the period itself, of which data are usually asked for.
 */
export function dataSpan(dataPeriod: string | null, periodYear: number): Span {
  const said = (dataPeriod?.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number);
  const years = said.length > 0 ? said : [periodYear - 1, periodYear];
  return { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` };
}
