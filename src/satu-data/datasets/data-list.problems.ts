import type { FieldProblem } from 'tertib';
import type { DatasetDescription } from './data-list.js';

/** What in one row of the list does not fit together, at its fields. */
export function problemsOf({ variables, rules, indicators }: DatasetDescription, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const names = variables.map(({ name }) => name);
  const say = (field: string, id: string, en: string) => problems.push({ path: `${path}.${field}`, message: { id, en } });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) say('variabel', `Nama kolom “${twice}” dipakai dua kali.`, `The column name “${twice}” is used twice.`);
  if (!variables.some(({ key }) => key)) say('variabel', 'Tandai sedikitnya satu kolom sebagai kunci baris, misalnya kode wilayah.', 'Mark at least one column as part of the row’s key, for example the region code.');
  const unknown = (field: string, name: string | null | undefined) => {
    if (name && !names.includes(name)) say(field, `Kolom “${name}” tidak ada pada daftar kolom.`, `There is no column “${name}” in the list of columns.`);
  };
  for (const rule of rules) {
    if (rule.kind === 'sum') {
      if (rule.parts.length < 2) say('aturanJumlah', 'Tulis aturan seperti: jumlah = laki_laki + perempuan.', 'Write the rule like: jumlah = laki_laki + perempuan.');
      else [rule.total, ...rule.parts].forEach((name) => unknown('aturanJumlah', name));
    } else if (rule.kind === 'grid') {
      unknown('kolomWilayah', rule.region);
      unknown('kolomPeriode', rule.period);
    }
  }
  indicators.forEach(({ numerator, denominator }, index) => {
    unknown(`indikatorTurunan.${index}.pembilang`, numerator);
    unknown(`indikatorTurunan.${index}.penyebut`, denominator);
  });
  return problems;
}
