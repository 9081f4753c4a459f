import type { Text } from 'tertib';
import { closest } from '../shared/closest.js';
import type { Figures } from './figures.js';
import { OPERATION_NAMES, type Operation, type Query } from './query.js';

type Asked = Omit<Query, 'operation'> & { readonly operation: string };

/** The query with what goes without saying, or the reason why it cannot be answered. */
export function settled(figures: Figures, { column, operation, where }: Asked): Query | Text {
  const unknown = unknownIn(figures, { column, operation, where });
  if (unknown) return unknown;
  const { dimensions } = figures.cube;
  const period = figures.period;
  const when = where[period.name] ?? (figures.periods.length === 1 ? figures.periods[0] : undefined);
  if (when === undefined) {
    const some = figures.periods.map((one) => `${period.name}=${one}`);
    return { id: `Sebutkan periodenya, misalnya ${some.join(' atau ')}.`, en: `Say which period, such as ${some.join(' or ')}.` };
  }
  const query = { column, operation: operation as Operation, where: Object.fromEntries(dimensions.flatMap(({ name, role }) => { const value = role === 'period' ? when : where[name]; return value === undefined ? [] : [[name, value] as const]; })) };
  return unfit(figures, query) ?? query;
}

function unknownIn({ cube, columns }: Figures, { column, operation, where }: Asked): Text | null {
  if (!columns.some(({ name }) => name === column)) return notThere('Kolom', 'column', column, columns.map(({ name }) => name));
  if (!OPERATION_NAMES.some((one) => one === operation)) return notThere('Ukuran', 'measure', operation, OPERATION_NAMES);
  for (const [name, value] of Object.entries(where)) {
    if (!cube.dimensions.some((one) => one.name === name)) return notThere('Kolom kunci', 'key column', name, cube.dimensions.map((one) => one.name));
    const values = cube.valuesOf(name);
    if (!values.includes(value)) return notThere(`Nilai ${name}`, `value of ${name}`, value, values);
  }
  return null;
}

function notThere(what: string, kind: string, name: string, there: readonly string[]): Text {
  const meant = closest(name, there);
  const [id, en] = meant ? [`Mungkin maksudnya “${meant}”.`, `Perhaps “${meant}” was meant.`] : [`Yang ada: ${some(there)}.`, `There are: ${some(there)}.`];
  return { id: `${what} “${name}” tidak ada. ${id}`, en: `There is no ${kind} “${name}”. ${en}` };
}

const NAMED = 8;
const some = (names: readonly string[]): string => names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '');

function unfit(figures: Figures, { column, operation, where }: Query): Text | null {
  if (operation === 'pangsa' && !figures.addsUp(column)) return { id: `“${column}” tidak dapat dijumlahkan, sehingga tidak punya pangsa.`, en: `“${column}” does not add up, so that it has no shares.` };
  if (operation === 'peringkat' && !figures.rankedBy(where)) return { id: 'Peringkat memerlukan wilayah, atau tepat satu kolom kunci lain di samping periode.', en: 'A rank needs a region, or exactly one other key column beside the period.' };
  return null;
}
