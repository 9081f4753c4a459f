import { createHash } from 'node:crypto';
import type { Text } from 'tertib';
import { grouped } from '../shared/grouped.js';
import type { OfficeCode } from './code-list.types.js';
import type { CodeTable } from './code-table.js';

/** Fields of a code as somebody has written them, all as text; what is not among them stays as it is. A blank one is taken away. */
export type CodeField = 'code' | 'titleId' | 'titleEn' | 'parent' | 'level' | 'validFrom' | 'validTo' | 'replacedBy' | 'pair';
export interface GivenCode {
  /** Its row in the file. */
  readonly row: number;
  readonly values: Readonly<Partial<Record<CodeField, string>>>;
}

/** Of one row: why the list does not take it, and in which field. */
export interface RefusedRow {
  readonly row: number;
  readonly field: CodeField;
  readonly code: string;
  readonly message: Text;
}

export interface PlannedCode {
  /** Null where nobody wrote it: it ends because the file does not have it. */
  readonly row: number | null;
  readonly kind: 'added' | 'changed' | 'ended';
  readonly before: OfficeCode | null;
  readonly after: OfficeCode;
}

/** What would become of a list. Nothing is done where rows are refused. */
export interface CodePlan {
  readonly changes: readonly PlannedCode[];
  readonly refused: readonly RefusedRow[];
  readonly unchanged: number;
  /** Valid codes of the list that were not given: they stay, or end. */
  readonly missing: number;
  /** Codes that were not given either, but begin after the last day of the others: they stay. */
  readonly notBegun: number;
  /** Of this plan over this version of the list: what was previewed is what is done. */
  readonly fingerprint: string;
}

interface Beside {
  /** The list that this one is paired with. */
  readonly paired?: CodeTable | undefined;
  /** The last day of the codes that are not given; they stay where it is not said. */
  readonly endMissing?: string | undefined;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const LONGEST = { code: 100, title: 300 } as const;

/** What the given rows do to a list. */
export function planCodes(table: CodeTable, given: readonly GivenCode[], { paired, endMissing }: Beside = {}): CodePlan {
  const refused: RefusedRow[] = [];
  const rows = new Map<string, GivenCode>();
  for (const one of given) {
    const code = one.values.code ?? '';
    const twice = rows.get(code);
    if (code === '') refused.push(refuse(one, 'code', 'Kodenya kosong.', 'The code is empty.'));
    else if (code.length > LONGEST.code) refused.push(refuse(one, 'code', `Kode ini terlalu panjang; paling panjang ${LONGEST.code} huruf.`, `This code is too long; ${LONGEST.code} letters at most.`));
    else if (twice) refused.push(refuse(one, 'code', `Kode ini sudah ada di baris ${twice.row}.`, `This code is in row ${twice.row} already.`));
    else rows.set(code, one);
  }
  const around = { table, rows, paired, holders: holdersOf(table, rows) };
  const planned = new Map<string, PlannedCode>();
  let unchanged = 0;
  for (const [code, one] of rows) {
    const before = table.get(code) ?? null;
    const problem = problemOf(one, before, around);
    if (problem) refused.push(problem);
    else {
      const after = merged(one.values, before);
      if (before && same(before, after)) unchanged += 1;
      else planned.set(code, { row: one.row, kind: kindOf(before, after), before, after });
    }
  }
  const notGiven = table.codes.filter(({ code, validTo }) => !rows.has(code) && (validTo === undefined || (endMissing !== undefined && validTo > endMissing)));
  // What begins later cannot end before: it would never have been valid.
  const left = notGiven.filter(({ validFrom }) => endMissing === undefined || validFrom === undefined || validFrom <= endMissing);
  const ended = endMissing === undefined ? [] : left.map((before): PlannedCode => ({ row: null, kind: 'ended', before, after: { ...before, validTo: endMissing } }));
  const { inOrder, circular } = parentsFirst([...planned.values()]);
  refused.push(...circular.map(({ row, after }) => refuse({ row: row ?? 0, values: { code: after.code } }, 'parent', 'Kode ini berada di dalam dirinya sendiri.', 'This code lies within itself.')));
  const changes = [...inOrder, ...ended];
  const fingerprint = createHash('sha256').update(JSON.stringify([table.facts.scheme, table.facts.version, changes])).digest('hex');
  return { changes, refused: refused.toSorted((a, b) => a.row - b.row), unchanged, missing: left.length, notBegun: notGiven.length - left.length, fingerprint };
}

interface Around {
  readonly table: CodeTable;
  readonly rows: ReadonlyMap<string, GivenCode>;
  readonly paired: CodeTable | undefined;
  /** The code that has a pair, or that would have it. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

/** The first thing that is wrong with a row. */
function problemOf(one: GivenCode, before: OfficeCode | null, around: Around): RefusedRow | null {
  const { values } = one;
  const { table, rows } = around;
  const after = merged(values, before);
  const no = (field: CodeField, id: string, en: string) => refuse(one, field, id, en);
  const known = (code: string): boolean => table.get(code) !== undefined || rows.has(code);
  if (after.title.id === '') return no('titleId', 'Namanya kosong.', 'The name is empty.');
  if (after.title.id.length > LONGEST.title || after.title.en.length > LONGEST.title) return no('titleId', `Nama ini terlalu panjang; paling panjang ${LONGEST.title} huruf.`, `This name is too long; ${LONGEST.title} letters at most.`);
  if (before && after.parent !== before.parent) return no('parent', `Induk kode ini (${before.parent ?? 'tidak ada'}) tidak dapat diganti. Akhiri kode ini, dan tambahkan kode baru.`, `What this code lies in (${before.parent ?? 'nothing'}) cannot be changed. End this code, and add a new one.`);
  if (after.parent !== null && !known(after.parent)) return no('parent', `Induk “${after.parent}” tidak ada dalam daftar ini.`, `“${after.parent}”, which it is said to lie in, is not in this list.`);
  const levels = table.facts.levels.map(({ key, title }) => `${title.id} (${key})`).join(', ');
  if (levels !== '' && !table.facts.levels.some(({ key }) => key === after.level)) return no('level', `Tingkat “${after.level ?? ''}” tidak ada. Pilih: ${levels}.`, `There is no level “${after.level ?? ''}”. Choose: ${levels}.`);
  if (levels === '' && after.level !== undefined) return no('level', 'Daftar ini tidak bertingkat. Kosongkan tingkatnya.', 'This list has no levels. Leave the level empty.');
  for (const field of ['validFrom', 'validTo'] as const) if (!isDay(after[field])) return no(field, `“${after[field]}” bukan tanggal. Tulis seperti 31/12/2025 atau 2025-12-31.`, `“${after[field]}” is not a date. Write it like 31/12/2025 or 2025-12-31.`);
  if (after.validFrom && after.validTo && after.validFrom > after.validTo) return no('validTo', 'Tanggal akhirnya sebelum tanggal mulainya.', 'Its last day is before its first.');
  if (after.replacedBy === after.code) return no('replacedBy', 'Kode tidak dapat menggantikan dirinya sendiri.', 'A code cannot replace itself.');
  if (after.replacedBy && !known(after.replacedBy)) return no('replacedBy', `Pengganti “${after.replacedBy}” tidak ada dalam daftar ini.`, `“${after.replacedBy}”, which is said to replace it, is not in this list.`);
  return after.pair === undefined || after.pair === before?.pair ? null : pairProblem(one, after.pair, around);
}

function pairProblem(one: GivenCode, pair: string, { paired, holders }: Around): RefusedRow | null {
  if (!paired) return refuse(one, 'pair', 'Daftar ini tidak mempunyai padanan. Kosongkan kolom padanannya.', 'This list is paired with no other. Leave the column empty.');
  if (!paired.get(pair)) return refuse(one, 'pair', `“${pair}” tidak ada dalam daftar “${paired.facts.title.id}”.`, `“${pair}” is not in the list “${paired.facts.title.en}”.`);
  const another = holders.get(pair)?.find((code) => code !== one.values.code);
  return another ? refuse(one, 'pair', `“${pair}” sudah menjadi padanan ${another}. Satu kode hanya punya satu padanan.`, `“${pair}” is paired with ${another} already. A code has one pair only.`) : null;
}

function holdersOf(table: CodeTable, rows: ReadonlyMap<string, GivenCode>): ReadonlyMap<string, readonly string[]> {
  const kept = table.codes.flatMap(({ code, pair }) => (pair && rows.get(code)?.values.pair === undefined ? [{ code, pair }] : []));
  const given = [...rows].flatMap(([code, { values }]) => (values.pair ? [{ code, pair: values.pair }] : []));
  return new Map([...grouped([...kept, ...given], ({ pair }) => pair)].map(([pair, found]) => [pair, found.map(({ code }) => code)]));
}

/** What a row makes of a code: what it does not say stays. */
function merged(values: GivenCode['values'], before: OfficeCode | null): OfficeCode {
  const said = (field: CodeField, was: string | undefined): string | undefined => (values[field] === undefined ? was : values[field] || undefined);
  const id = said('titleId', before?.title.id) ?? '';
  const renamed = values.titleId !== undefined && values.titleEn === undefined && before?.title.id === before?.title.en;
  const optional = { level: said('level', before?.level), validFrom: said('validFrom', before?.validFrom), validTo: said('validTo', before?.validTo), replacedBy: said('replacedBy', before?.replacedBy), pair: said('pair', before?.pair) };
  return {
    code: values.code ?? '', title: { id, en: (renamed ? undefined : said('titleEn', before?.title.en)) ?? id }, parent: said('parent', before?.parent ?? undefined) ?? null,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

const FIELDS = ['parent', 'level', 'validFrom', 'validTo', 'replacedBy', 'pair'] as const;
const same = (a: OfficeCode, b: OfficeCode): boolean => a.title.id === b.title.id && a.title.en === b.title.en && FIELDS.every((field) => a[field] === b[field]);
const kindOf = (before: OfficeCode | null, after: OfficeCode): PlannedCode['kind'] => (!before ? 'added' : after.validTo !== undefined && after.validTo !== before.validTo ? 'ended' : 'changed');
const isDay = (text: string | undefined): boolean => text === undefined || (DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text));
const refuse = ({ row, values }: GivenCode, field: CodeField, id: string, en: string): RefusedRow => ({ row, field, code: values.code ?? '', message: { id, en } });

/** Parents stand before what lies in them, wherever they stood in the file. */
function parentsFirst(planned: readonly PlannedCode[]): { inOrder: PlannedCode[]; circular: PlannedCode[] } {
  const waiting = new Map(planned.filter(({ kind }) => kind === 'added').map((one) => [one.after.code, one]));
  const inOrder = planned.filter(({ kind }) => kind !== 'added');
  const circular: PlannedCode[] = [];
  for (const one of waiting.values()) {
    const chain: PlannedCode[] = [];
    for (let next: PlannedCode | undefined = one; next && waiting.delete(next.after.code); next = next.after.parent === null ? undefined : waiting.get(next.after.parent)) chain.push(next);
    const outermost = chain.at(-1);
    if (outermost?.after.parent != null && chain.some(({ after }) => after.code === outermost.after.parent)) circular.push(...chain);
    else inOrder.push(...chain.toReversed());
  }
  return { inOrder, circular };
}
