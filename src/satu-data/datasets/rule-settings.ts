import type { Text } from 'tertib';
import { isOpen } from '../shared/decimal-mark.js';
import { openNumber } from '../tables/number-sentences.js';
import type { BuiltInRule, Level, Rule } from './dataset.types.js';
import { keptNumber, writtenNumber } from './written-numbers.js';

/** A rule of verification that an office may weigh otherwise. The others guard that nothing incomplete or unreadable goes on (W1), and stay as they are. */
export type AdjustableRule = BuiltInRule['rule'];
export type RuleSetting = Pick<BuiltInRule, 'level' | 'tolerance'>;
export type RuleSettings = Readonly<Record<AdjustableRule, RuleSetting>>;
export type ToleranceUnit = NonNullable<RuleSetting['tolerance']>['in'];

interface Adjustable {
  readonly title: Text;
  readonly about: Text;
  /**
   * What it may weigh. A data set's own bounds, patterns and sums are switched off by taking them away. That rows make up others nobody has written: it is a warning unless somebody says otherwise. A doubtful value is no wrong one, so that it is never an
   * error; what only compares with the delivery before never keeps anything up.
   */
  readonly levels: readonly [Level, ...Level[]];
  /** What its number may be in; empty where it has none. `score` is one of the outlier's measure, and always there. */
  readonly units: readonly ToleranceUnit[];
  readonly usual: RuleSetting;
}

/** In the order of the page. */
export const ADJUSTABLE: Readonly<Record<AdjustableRule, Adjustable>> = {
  sum: {
    title: { id: 'Bagian sama dengan jumlah', en: 'Parts make up the whole' }, about: { id: 'Selisih antara jumlah bagian dan totalnya yang masih diterima.', en: 'How far the sum of the parts may be from its total.' },
    levels: ['ERROR', 'WARNING'], units: ['unit', 'percent'], usual: { level: 'ERROR', tolerance: null },
  },
  whole: {
    title: { id: 'Baris bagian sama dengan baris jumlah', en: 'Rows of the parts make up the row of the whole' },
    about: { id: 'Selisih antara nilai suatu wilayah atau baris “Jumlah” dan jumlah baris bagiannya yang masih diterima. Diperiksa bila semua bagiannya ada; rata-rata dan persentase tidak diperiksa.', en: 'How far a region or a row “Total” may be from the sum of the rows of its parts. Checked where all of them are there; averages and percentages are not.' },
    levels: ['ERROR', 'WARNING', 'INFO', 'OFF'], units: ['unit', 'percent'], usual: { level: 'WARNING', tolerance: null },
  },
  range: {
    title: { id: 'Nilai terkecil dan terbesar', en: 'Smallest and largest value' }, about: { id: 'Seberapa jauh nilai boleh di luar batas kolomnya.', en: 'How far a value may be outside the bounds of its column.' },
    levels: ['ERROR', 'WARNING'], units: ['unit', 'percent'], usual: { level: 'ERROR', tolerance: null },
  },
  outlier: {
    title: { id: 'Perubahan yang tidak lazim', en: 'Unusual changes' },
    about: { id: 'Skor (median/MAD) perubahan dari periode sebelumnya yang mulai dianggap tidak lazim; makin besar, makin jarang ditandai.', en: 'Score (median/MAD) of the change since the period before from which it is unusual; the larger, the fewer are marked.' },
    levels: ['WARNING', 'INFO', 'OFF'], units: ['score'], usual: { level: 'WARNING', tolerance: { by: '3.5', in: 'score' } },
  },
  pattern: {
    title: { id: 'Pola isian', en: 'Pattern of values' }, about: { id: 'Isian yang tidak sesuai pola kolomnya.', en: 'Values that do not have the form of their column.' },
    levels: ['ERROR', 'WARNING'], units: [], usual: { level: 'ERROR', tolerance: null },
  },
  template: {
    title: { id: 'Templat yang berlaku', en: 'The template in force' }, about: { id: 'Berkas dari templat dataset atau versi lain.', en: 'Files from the template of another data set or version.' },
    levels: ['ERROR', 'WARNING', 'OFF'], units: [], usual: { level: 'WARNING', tolerance: null },
  },
  'column-unknown': {
    title: { id: 'Tidak ada kolom asing', en: 'No unknown columns' }, about: { id: 'Kolom yang tidak ada pada dataset dan tidak dipakai.', en: 'Columns that the data set does not have, and that are not used.' },
    levels: ['ERROR', 'WARNING', 'INFO', 'OFF'], units: [], usual: { level: 'WARNING', tolerance: null },
  },
  change: {
    title: { id: 'Perbedaan dari penyampaian sebelumnya', en: 'Differences from the delivery before' }, about: { id: 'Sel yang berbeda dari penyampaian sebelum ini.', en: 'Cells that differ from the delivery before this one.' },
    levels: ['INFO', 'OFF'], units: [], usual: { level: 'INFO', tolerance: null },
  },
};
export const ADJUSTABLE_RULES = Object.keys(ADJUSTABLE) as AdjustableRule[];
export const isAdjustable = (rule: string): rule is AdjustableRule => Object.hasOwn(ADJUSTABLE, rule);

/** As the rules were before anybody set them otherwise. */
export const USUAL = Object.fromEntries(ADJUSTABLE_RULES.map((rule) => [rule, ADJUSTABLE[rule].usual])) as RuleSettings;

/** What holds for a data set: its own word before the office's. */
export const settingsFor = (office: RuleSettings, rules: readonly Rule[]): RuleSettings => ({
  ...office,
  ...Object.fromEntries(rules.flatMap((one) => (one.kind === 'built-in' ? [[one.rule, { level: one.level, tolerance: one.tolerance }]] : []))),
});

/** A setting as somebody wrote its number. `problems`: why it cannot be used. */
export function readSetting(rule: AdjustableRule, { level, tolerance }: RuleSetting): { readonly setting: RuleSetting; readonly problems: Text[] } {
  const setting: RuleSetting = { level, tolerance: tolerance && { ...tolerance, by: keptNumber(tolerance.by) } };
  return { setting, problems: tolerance && isOpen(tolerance.by.trim()) ? [openNumber(tolerance.by.trim())] : settingProblems(rule, setting) };
}

/** And back, for a page. */
export const writtenSetting = ({ level, tolerance }: RuleSetting): RuleSetting => ({ level, tolerance: tolerance && { ...tolerance, by: writtenNumber(tolerance.by) } });

/** Short enough to be exact in DuckDB's decimals, with whatever it is a percentage of. */
const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;

/** Why a setting cannot be used. */
export function settingProblems(rule: AdjustableRule, { level, tolerance }: RuleSetting): Text[] {
  const { levels, units } = ADJUSTABLE[rule];
  const problems: Text[] = [];
  if (!levels.includes(level)) problems.push({ id: 'Aturan ini tidak dapat diberi tingkat itu.', en: 'This rule cannot weigh that.' });
  if (tolerance === null) return units.includes('score') ? [...problems, NEEDED] : problems;
  if (!units.includes(tolerance.in)) problems.push({ id: 'Aturan ini tidak mengenal toleransi seperti itu.', en: 'This rule knows no tolerance of that kind.' });
  if (!NUMBER.test(tolerance.by)) problems.push({ id: `“${tolerance.by}” bukan angka dari 0 ke atas. Tulis misalnya 2 atau 0,5.`, en: `“${tolerance.by}” is not a number from 0 up. Write for example 2 or 0.5.` });
  else if (tolerance.in === 'score' && Number(tolerance.by) === 0) problems.push(NEEDED);
  else if (tolerance.in === 'percent' && Number(tolerance.by) > 100) problems.push({ id: 'Toleransi paling besar 100 %.', en: 'A tolerance is 100 % at most.' });
  return problems;
}

const NEEDED: Text = { id: 'Isi skor yang lebih besar dari 0, misalnya 3,5.', en: 'Give a score above 0, for example 3.5.' };
