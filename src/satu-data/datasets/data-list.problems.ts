import type { FieldProblem } from 'tertib';
import { indicatorProblems } from '../analysis/indicator-problems.js';
import { toldByRules } from '../disclosure/equalities.js';
import { protectionProblems } from '../disclosure/protection-problems.js';
import { compareProblems } from './compare-problems.js';
import type { DatasetDescription } from './data-list.js';
import { ADJUSTABLE, settingProblems } from './rule-settings.js';
import { isSafePattern } from './variable-pattern.js';

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
  variables.forEach(({ type, pattern, codes, list }, index) => {
    const text = type === 'string' || type === 'region';
    if (list && !text) say(`variabel.${index}.daftar`, 'Daftar kode kantor hanya untuk kolom teks atau kode wilayah.', 'A list of the office is for columns of text or region codes only.');
    if (codes && !text) say(`variabel.${index}.daftarKode`, 'Daftar kode hanya untuk kolom teks atau kode wilayah. Untuk angka, isi nilai terkecil dan terbesar.', 'A list of codes is for columns of text or region codes only. For numbers, give the smallest and largest value.');
    if (pattern && !text) say(`variabel.${index}.pola`, 'Pola hanya untuk kolom teks atau kode wilayah.', 'A pattern is for columns of text or region codes only.');
    else if (pattern && !isSafePattern(pattern)) say(`variabel.${index}.pola`, 'Pola ini tidak dapat dipakai. Tulis tanpa kurung dan tanpa pilihan “|”, dengan paling banyak satu bagian yang panjangnya bebas, misalnya \\d{18}.', 'This pattern cannot be used. Write it without parentheses or choices “|”, with at most one part of open length, for example \\d{18}.');
  });
  variables.forEach((one, index) => {
    for (const { field, id, en } of protectionProblems(one, variables)) say(`variabel.${index}.${field}`, id, en);
  });
  for (const rule of rules) {
    if (rule.kind === 'sum') {
      if (rule.parts.length < 2) say('aturanJumlah', 'Tulis aturan seperti: jumlah = laki_laki + perempuan.', 'Write the rule like: jumlah = laki_laki + perempuan.');
      else [rule.total, ...rule.parts].forEach((name) => unknown('aturanJumlah', name));
    } else if (rule.kind === 'compare') {
      compareProblems(rule, variables).forEach(({ id, en }) => say('aturanSendiri', id, en));
    } else if (rule.kind === 'built-in') {
      settingProblems(rule.rule, rule).forEach(({ id, en }) => say('aturanBawaan', id, en));
      if (rules.some((other) => other !== rule && other.kind === 'built-in' && other.rule === rule.rule)) say('aturanBawaan', `Aturan “${ADJUSTABLE[rule.rule].title.id}” diatur dua kali.`, `The rule “${ADJUSTABLE[rule.rule].title.en}” is set twice.`);
    }
  }
  for (const { rule, column } of toldByRules(rules, variables)) {
    say(rule.kind === 'sum' ? 'aturanJumlah' : 'aturanSendiri', `Kolom “${column}” tidak dipublikasikan, karena hanya dipakai untuk melindungi kolom lain. Aturan ini membuatnya dapat dihitung pembaca: hapus, atau pakai hanya satu dari ≤ dan ≥.`, `The column “${column}” is not published, because it only serves to protect another. By this rule a reader could compute it: remove it, or use only one of ≤ and ≥.`);
  }
  indicators.forEach((one, index) => {
    for (const { field, id, en } of indicatorProblems(one, variables, indicators)) say(`indikatorTurunan.${index}.${field}`, id, en);
  });
  return problems;
}
