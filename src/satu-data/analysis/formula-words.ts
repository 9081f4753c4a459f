import type { Indicator } from '../datasets/dataset.types.js';

/** A column's name as formulas write it. */
const NAME = /[A-Za-z_]\w*/g;

/** A formula as it was written, or as it is meant, with the titles of its columns: their names are known to nobody but whoever made the list. */
export function formulaWords({ formula, numerator, denominator, factor }: Pick<Indicator, 'formula' | 'numerator' | 'denominator' | 'factor'>, columns: readonly { readonly name: string; readonly title: string }[]): string {
  const titles = new Map(columns.map(({ name, title }) => [name, title]));
  const written = formula ?? `${numerator} ÷ ${denominator}${factor === '1' ? '' : ` × ${factor}`}`;
  return written.replaceAll(NAME, (name) => titles.get(name) ?? name);
}
