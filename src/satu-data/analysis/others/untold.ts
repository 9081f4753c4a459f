import type { Text } from 'tertib';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import { isGuarded } from '../../disclosure/unpublished.js';
import { otherColumn, sameName, type OtherColumn } from '../formula/other-column.js';
import { readIndicator } from '../indicators.js';
import type { Given } from '../opened.js';

/** An indicator that is not published, and why. */
export interface Untold {
  readonly name: string;
  readonly title: string;
  readonly why: Text;
}

/** Beside its own table's values, a published indicator tells those of the other table: what of that is not public may not be computed from it. */
export function untoldOf({ dataset, others = [] }: Given, isLarge: boolean): Untold[] {
  return dataset.indicators.map(readIndicator).flatMap(({ name, title, columns }): Untold[] => {
    const across = columns.flatMap((column) => otherColumn(column) ?? []);
    if (across.length === 0) return [];
    const why = isLarge ? LARGE : across.map((one) => hindrance(dataset, one, others.find((other) => sameName(other.name) === sameName(one.dataset)))).find((one) => one !== null);
    return why ? [{ name, title, why }] : [];
  });
}

const LARGE: Text = {
  id: 'Tabel dataset ini terlalu besar untuk dihitung baris demi baris bersama dataset lain.',
  en: 'The table of this data set is too large to be computed row by row with another data set.',
};

function hindrance({ releaseDate }: DatasetEntity, { column }: OtherColumn, other: NonNullable<Given['others']>[number] | undefined): Text | null {
  if (!other?.given) return other?.lacks ?? null;
  const { title, wasPublished, given: { dataset: { riskClass, variables, state, releaseDate: theirs } } } = other;
  if (riskClass !== 'terbuka') return { id: `Dataset “${title}” tidak terbuka.`, en: `The data set “${title}” is not open.` };
  if (state === 'withheld') return { id: `Dataset “${title}” diputuskan tidak dipublikasikan.`, en: `It was decided not to publish the data set “${title}”.` };
  // Until then neither BPS nor whoever orders its publication has said that its values may be told; its order also finds that no hidden cell can be computed from those that are.
  if (!wasPublished && state !== 'scheduled') return { id: `Dataset “${title}” belum dijadwalkan rilis.`, en: `The release of the data set “${title}” is not scheduled yet.` };
  if (!wasPublished && releaseDate && (!theirs || theirs > releaseDate)) return { id: `Dataset “${title}” dirilis lebih lambat daripada dataset ini.`, en: `The data set “${title}” is released later than this one.` };
  return isGuarded(variables, column) ? { id: `Sel kecil kolom “${column}” pada dataset “${title}” dilindungi, dan dapat dihitung kembali dari indikator ini.`, en: `Small cells of the column “${column}” in the data set “${title}” are protected, and could be computed from this indicator.` } : null;
}
