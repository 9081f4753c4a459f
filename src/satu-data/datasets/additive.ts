import type { Variable } from './dataset.types.js';

/** Percentages of parts do not add up to that of the whole. */
export const isAdditive = ({ unit }: { readonly unit?: string | null | undefined }): boolean => !/%|\bpersen\b|\bpercent\b/i.test(unit ?? '');

/** Neither do averages, ratios and indices, of which most say so where they are called something or counted in something. */
const NO_SUM = /rata-rata|rerata|\b(rasio|indeks|laju|median|kepadatan|prevalensi|persentase|proporsi|angka harapan|average|mean|ratio|index|density|share)\b|^tingkat\b|\brate\b/i;
const PER_SOMETHING = /\/|\bper\b/i;

/** Whether the rows of the parts of something add up to its own: surely enough to doubt a table where they do not. */
export const addsUpOverRows = (variable: Pick<Variable, 'unit' | 'title'>): boolean => isAdditive(variable) && !NO_SUM.test(variable.title) && !NO_SUM.test(variable.unit ?? '') && !PER_SOMETHING.test(variable.unit ?? '');
