import type { Text } from 'tertib';
import type { DatasetState } from '../../datasets/dataset.states.js';
import { onlyProtecting } from '../../disclosure/unpublished.js';
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
    const why = isLarge ? LARGE : across.map((one) => hindrance(one, others.find((other) => sameName(other.name) === sameName(one.dataset)))).find((one) => one !== null);
    return why ? [{ name, title, why }] : [];
  });
}

const LARGE: Text = {
  id: 'Tabel dataset ini terlalu besar untuk dihitung baris demi baris bersama dataset lain.',
  en: 'The table of this data set is too large to be computed row by row with another data set.',
};

const ORDERED: readonly DatasetState[] = ['scheduled', 'published'];

function hindrance({ column }: OtherColumn, other: NonNullable<Given['others']>[number] | undefined): Text | null {
  if (!other?.given) return other?.lacks ?? null;
  const { title, given: { dataset: { riskClass, variables, state } } } = other;
  if (riskClass !== 'terbuka') return { id: `Dataset “${title}” tidak terbuka.`, en: `The data set “${title}” is not open.` };
  if (state === 'withheld') return { id: `Dataset “${title}” diputuskan tidak dipublikasikan.`, en: `It was decided not to publish the data set “${title}”.` };
  const guarded = variables.filter(({ protection }) => protection);
  // Where the order of its publication has found that no hidden cell can be computed from the others, these may be told.
  if (guarded.length > 0 && !ORDERED.includes(state)) return { id: `Dataset “${title}” memuat sel kecil yang dilindungi dan belum dijadwalkan rilis.`, en: `The data set “${title}” has small cells that are protected, and its release is not scheduled yet.` };
  const isProtected = guarded.some(({ name }) => name === column) || onlyProtecting(variables).has(column);
  return isProtected ? { id: `Sel kecil kolom “${column}” pada dataset “${title}” dilindungi, dan dapat dihitung kembali dari indikator ini.`, en: `Small cells of the column “${column}” in the data set “${title}” are protected, and could be computed from this indicator.` } : null;
}
