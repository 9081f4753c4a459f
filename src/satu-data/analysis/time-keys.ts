import type { Variable } from '../datasets/dataset.types.js';

/** What is called nothing but a time, widest first: a year of birth is a category of persons, and so is an age in years. */
const ENDING = '(?:data|ke|anggaran|ajaran|pelajaran|laporan|pelaporan|pendataan|pencatatan)';
const TIMES: readonly RegExp[] = ['tahun|thn|year', 'periode?|waktu', 'semester|caturwulan', 'triwulan|kuartal|quarter', 'bulan|bln|month', 'minggu|pekan|week', 'tanggal|tgl|date'].map((words) => new RegExp(`^(?:${words})(?: ${ENDING})?$`));

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_\s]+/g, ' ').trim();

/** How wide the time is that a key is called, 0 widest; -1 where it is called no time. */
const widthOf = ({ name, title }: Pick<Variable, 'name' | 'title'>): number => TIMES.findIndex((one) => one.test(plain(name)) || one.test(plain(title)));

/** Whether a key says when: what is there at several times does not add up over them. */
export const isTimeKey = (variable: Pick<Variable, 'name' | 'title' | 'type'>): boolean => variable.type === 'date' || (variable.type !== 'region' && widthOf(variable) >= 0);

/** Of keys that are called a time, the widest: of year and month the year, in whatever order they stand. */
export const widestTime = <T extends Variable>(keys: readonly T[]): T | undefined => keys.filter((one) => one.type !== 'region' && widthOf(one) >= 0).toSorted((a, b) => widthOf(a) - widthOf(b))[0];
