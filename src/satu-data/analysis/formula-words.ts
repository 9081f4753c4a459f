import type { Language } from 'tertib';
import type { Indicator } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { decimal } from './decimal.js';
import { otherColumn } from './formula/other-column.js';

/** A column's name as formulas write it, of this data set or of another one. */
const NAME = /\[[^\][]*\]\s*\.\s*[A-Za-z_]\w*|[A-Za-z_]\w*/g;

/** A formula as it was written, or as it is meant, with the titles of its columns: their names are known to nobody but whoever made the list. */
export function formulaWords({ formula, numerator, denominator, factor }: Pick<Indicator, 'formula' | 'numerator' | 'denominator' | 'factor'>, columns: readonly { readonly name: string; readonly title: string }[], language: Language, titleOfOther = (name: string): string => name): string {
  const titles = new Map(columns.map(({ name, title }) => [name, title]));
  const written = formula ?? `${numerator} ÷ ${denominator}${decimal(factor).eq(1) ? '' : ` × ${formatDecimal(decimal(factor).toFixed(), language)}`}`;
  return written.replaceAll(NAME, (name) => (otherColumn(name) ? titleOfOther(name) : (titles.get(name) ?? name)));
}
