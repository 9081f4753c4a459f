import type { Dimension } from './dimensions.js';
import { partWords } from './figure-words.js';
import { inOrder, type Figures } from './figures.js';
import { NOTHING, type Print } from './printed.js';
import { regionLevels } from './region-parts.js';
import type { Query } from './query.js';
import { earlierOf, gapWords, sinceWords } from './since-words.js';

/** Of longer lists the page of the analysis has the rest. */
const MOST_ROWS = 60;

/** The first measure by each of the keys, and by the wider regions, in the newest period: with change, growth, share and rank. */
export function figureTables(figures: Figures, measure: string | null, print: Print) {
  const period = figures.periods.at(-1);
  if (!measure || period === undefined) return [];
  const title = figures.columns.find(({ name }) => name === measure)?.title ?? measure;
  const when = { [figures.period.name]: period };
  return figures.cube.dimensions.flatMap((dimension) => groupsOf(figures, dimension).flatMap(({ words, values }) => {
    if (values.length < 2 && dimension.role !== 'region') return [];
    const isTimes = dimension.role === 'period';
    const rows = values.slice(0, MOST_ROWS).map((value) => {
      const where = inOrder(figures.cube.dimensions, { [figures.period.name]: period, [dimension.name]: value });
      const ranked = figures.rankedBy(where) !== null;
      const one = (operation: Query['operation']) => print({ column: measure, operation, where });
      return { nama: figures.cube.places.title(dimension.name, value, 'id'), kurang: partWords(figures, figures.of({ column: measure, operation: 'nilai', where }), 'id'), sejak: isTimes && gapWords(figures, where) ? (sinceWords(figures, where)?.id ?? null) : null, nilai: one('nilai'), selisih: one('selisih'), pertumbuhan: one('pertumbuhan'), pangsa: ranked && figures.addsUp(measure) ? one('pangsa') : NOTHING, peringkat: ranked ? one('peringkat') : NOTHING };
    });
    return [{ judul: `${title} menurut ${words}${isTimes ? '' : `, ${period}`}`, kepala: words, sejak: isTimes ? null : earlierOf(figures, when), selang: (!isTimes && gapWords(figures, when)?.id) || null, baris: rows, terpotong: values.length > MOST_ROWS }];
  }));
}

/** Regions level by level, wider ones first; other dimensions as a whole. */
function groupsOf({ cube }: Figures, { name, title, role }: Dimension): { words: string; values: readonly string[] }[] {
  const values = cube.valuesOf(name);
  if (role !== 'region') return [{ words: title.toLowerCase(), values }];
  return regionLevels(cube, name).map((level) => ({ words: cube.places.levelTitle(name, level).id.toLowerCase(), values: values.filter((code) => cube.places.level(name, code) === level) }));
}
