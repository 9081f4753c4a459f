import { isAmount, type Variable } from './dataset.types.js';

/** What a table says of its rows in numbers: neither their key nor a code that happens to be one. */
export const measuresOf = (variables: readonly Variable[]): Variable[] => variables.filter((one) => isAmount(one) && !one.codes?.length && !one.list);
