import type { Language, Text } from 'tertib';
import type { CompareRule, Variable } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';

/** A rule of the office's own as people read it: “Laki-laki + Perempuan ≤ Jumlah”. Its tolerance is said beside it. */
export function ownRuleSentence({ left, comparison, right }: CompareRule, variables: readonly Pick<Variable, 'name' | 'title'>[]): Text {
  const side = (names: readonly string[]) => names.map((name) => variables.find((one) => one.name === name)?.title ?? name).join(' + ');
  const written = (language: Language) => `${side(left)} ${comparison} ${'number' in right ? formatDecimal(right.number, language) : side(right)}`;
  return { id: written('id'), en: written('en') };
}
