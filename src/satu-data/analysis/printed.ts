import { formatDecimal } from '../portal/number-format.js';
import { adminAddress } from '../shared/admin-address.js';
import { isIncomplete, type Figures } from './figures.js';
import { unitOf } from './figure-words.js';
import { queryText, type Query } from './query.js';

/** A figure as the report prints it: with its address, and a star where it is of a part only. */
export interface Printed {
  readonly nilai: string;
  readonly rujukan: string;
}
export const NOTHING: Printed = { nilai: '', rujukan: '' };
export type Print = (query: Query) => Printed;

/** Where a figure's origin is shown; nothing where the office has not said under which address its people work. */
export const figureAddress = (datasetId: string) => (query: Query): string => {
  const admin = adminAddress();
  return admin ? `${admin}/satu-data/analysis/${datasetId}/${encodeURIComponent(queryText(query))}` : '';
};

export const printer = (figures: Figures, address: (query: Query) => string): Print => (query) => {
  const figure = figures.of(query);
  if (figure.value === null) return NOTHING;
  const sign = unitOf(figures, query) === '%' && query.operation === 'pertumbuhan' && !figure.value.startsWith('-') ? '+' : '';
  return { nilai: `${sign}${formatDecimal(figure.value, 'id')}${isIncomplete(figure) ? '*' : ''}`, rujukan: address(query) };
};
