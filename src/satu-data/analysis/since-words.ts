import type { Language, Text } from 'tertib';
import { periodsAfter } from '../tables/written-period.js';
import type { Where } from './cube.js';
import type { Figures } from './figures.js';
import { MEASURED, type Operation } from './query.js';

type Grain = NonNullable<ReturnType<typeof periodsAfter>>['grain'];
const GRAINS: Readonly<Record<Grain, Text>> = {
  year: { id: 'tahun', en: 'years' }, half: { id: 'semester', en: 'half-years' }, third: { id: 'caturwulan', en: 'thirds of a year' }, quarter: { id: 'triwulan', en: 'quarters' }, month: { id: 'bulan', en: 'months' },
};

/** Whether it is measured against an earlier period. */
export const isCompared = (operation: Operation): operation is keyof typeof MEASURED => operation in MEASURED;

/** Which period a figure is compared with: “dari 2023”; and how long ago that is where it is not the one right before: “dari 2020, 4 tahun sebelumnya”. Null where there is none. */
export function sinceWords(figures: Figures, where: Where): Text | null {
  const earlier = earlierOf(figures, where);
  if (earlier === null) return null;
  const gap = gapWords(figures, where);
  const said = (language: Language, since: string): string => `${since} ${earlier}${gap ? `, ${gap[language]}` : ''}`;
  return { id: said('id', 'dari'), en: said('en', 'since') };
}

/** How long ago it is: “4 tahun sebelumnya”; null where it is the period right before, or nobody can tell. */
export function gapWords(figures: Figures, where: Where): Text | null {
  const after = periodsAfter(where[figures.period.name] ?? '', earlierOf(figures, where) ?? '');
  if (!after || after.count <= 1) return null;
  return { id: `${after.count} ${GRAINS[after.grain].id} sebelumnya`, en: `${after.count} ${GRAINS[after.grain].en} earlier` };
}

export const earlierOf = (figures: Figures, where: Where): string | null => figures.earlier(where[figures.period.name] ?? '');
