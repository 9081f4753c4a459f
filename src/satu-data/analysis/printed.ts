import { formatDecimal } from '../portal/number-format.js';
import { adminAddress } from '../shared/admin-address.js';
import { isIncomplete } from './figure.js';
import type { Figures } from './figures.js';
import { unitOf } from './figure-words.js';
import { queryText, type Query } from './query.js';

/** A figure as the report prints it: with its address, and a star where it is of a part only. */
export interface Printed {
  readonly nilai: string;
  readonly rujukan: string;
}
export const NOTHING: Printed = { nilai: '', rujukan: '' };
export type Print = (query: Query) => Printed;

/** Where an analysis is shown, and that part of its page; nothing where the office has not said under which address its people work. */
export const pageAddress = (datasetId: string, below = ''): string => adminAddress(`/satu-data/analysis/${datasetId}${below}`) ?? '';
/** A part of the page by its id in the page. */
export const partAddress = (datasetId: string, part: string): string => pageAddress(datasetId, `#${encodeURIComponent(part)}`);
/** Where a figure's origin is shown. */
export const figureAddress = (datasetId: string) => (query: Query): string => pageAddress(datasetId, `/${encodeURIComponent(queryText(query))}`);

export const printer = (figures: Figures, address: (query: Query) => string): Print => (query) => {
  const figure = figures.of(query);
  if (figure.value === null) return NOTHING;
  const sign = unitOf(figures, query) === '%' && query.operation === 'pertumbuhan' && !figure.value.startsWith('-') ? '+' : '';
  return { nilai: `${sign}${formatDecimal(figure.value, 'id')}${isIncomplete(figure) ? '*' : ''}`, rujukan: address(query) };
};
