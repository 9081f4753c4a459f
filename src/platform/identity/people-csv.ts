import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { Problem, type Text } from '../../sdk/index.js';
import { OfficeBody, UserBody } from './directory.schemas.js';

const MOST_LINES = 500;
const NEEDED = ['username', 'nama', 'peran', 'kode_kantor'] as const;

/** Column of the file, by the field that it fills; and what that field wants. */
const columnsOf = (roles: string): Readonly<Record<string, { column: string; text: Text }>> => ({
  username: { column: 'username', text: { id: '2 sampai 61 huruf kecil, angka, titik, atau garis; diawali huruf atau angka.', en: '2 to 61 lower-case letters, digits, dots or dashes; a letter or digit first.' } },
  name: { column: 'nama', text: { id: 'isi nama, 2 sampai 255 huruf.', en: 'a name of 2 to 255 letters.' } },
  title: { column: 'jabatan', text: { id: 'paling banyak 255 huruf.', en: 'at most 255 letters.' } },
  nip: { column: 'nip', text: { id: 'paling banyak 64 huruf.', en: 'at most 64 letters.' } },
  email: { column: 'email', text: { id: 'bukan alamat surel.', en: 'not an e-mail address.' } },
  roles: { column: 'peran', text: { id: `pilih dari ${roles}; beberapa dipisah dengan |.`, en: `choose from ${roles}; several are separated by |.` } },
  code: { column: 'kode_kantor', text: { id: 'huruf, angka, dan tanda hubung saja, paling banyak 41.', en: 'letters, digits and hyphens only, at most 41.' } },
});

export interface LineProblem {
  readonly line: number;
  readonly column: string;
  readonly text: Text;
}

/** One line of the file, checked as far as it can be without the database. */
export interface Person {
  readonly line: number;
  readonly user: Omit<z.infer<typeof UserBody>, 'officeId'>;
  readonly officeCode: string;
  readonly officeName: string;
  readonly officeKind: string;
}

/**
 * Reads a CSV file with the columns `username, nama, peran, kode_kantor` and, where wanted, `jabatan, nip, email,
 * nama_kantor, jenis_kantor`, in any order, separated by comma or semicolon. `peran` may hold several, separated by `|`.
 */
export function readPeople(csv: string, knownRoles: readonly string[]): { people: Person[]; problems: LineProblem[] } {
  const people: Person[] = [];
  const problems: LineProblem[] = [];
  const columns = columnsOf(knownRoles.join(', '));
  for (const { record, info } of recordsOf(csv)) {
    const value = (name: string): string => record[name] ?? '';
    const roles = value('peran').split('|').map((role) => role.trim().toLowerCase()).filter(Boolean);
    const user = UserBody.omit({ officeId: true }).safeParse({ username: value('username').toLowerCase(), name: value('nama'), title: value('jabatan'), nip: value('nip'), email: value('email'), roles });
    const wrong = new Set([
      ...(user.error?.issues.map(({ path }) => String(path[0])) ?? []),
      ...(roles.length === 0 || roles.some((role) => !knownRoles.includes(role)) ? ['roles'] : []),
      ...(OfficeBody.shape.code.safeParse(value('kode_kantor')).success ? [] : ['code']),
    ]);
    for (const field of wrong) problems.push({ line: info.lines, ...(columns[field] as { column: string; text: Text }) });
    if (user.success && wrong.size === 0) {
      people.push({ line: info.lines, user: user.data, officeCode: value('kode_kantor'), officeName: value('nama_kantor'), officeKind: value('jenis_kantor').toLowerCase() || 'produsen' });
    }
  }
  return { people, problems };
}

/** The office that a line brings along. @throws where it says too little to create one. */
export function officeOf({ officeCode, officeName, officeKind }: Person): z.infer<typeof OfficeBody> {
  const office = OfficeBody.safeParse({ code: officeCode, name: officeName, kind: officeKind, email: null });
  if (office.success) return office.data;
  throw new Problem('unknown-office', 422, {
    id: `Instansi "${officeCode}" belum ada. Isi nama_kantor dan jenis_kantor (produsen, walidata, atau bps) untuk membuatnya.`,
    en: `There is no office "${officeCode}" yet. Fill nama_kantor and jenis_kantor (produsen, walidata or bps) to create it.`,
  });
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function recordsOf(csv: string): CsvRecord[] {
  const delimiter = (csv.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
  const unreadable = (id: string, en: string): Problem => new Problem('import-unreadable', 422, { id: `Berkas CSV tidak dapat dibaca: ${id}`, en: `The CSV file cannot be read: ${en}` });
  let columns: string[] = [];
  let records: CsvRecord[];
  try {
    records = parse(csv, { columns: (names: string[]) => (columns = names.map((name) => name.trim().toLowerCase())), delimiter, bom: true, trim: true, skip_empty_lines: true, info: true }) as unknown as CsvRecord[];
  } catch (error) {
    throw unreadable((error as Error).message, (error as Error).message);
  }
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw unreadable(`kolom ${missing.join(', ')} tidak ada.`, `it lacks the columns ${missing.join(', ')}.`);
  if (records.length > MOST_LINES) throw unreadable(`lebih dari ${MOST_LINES} baris; bagi menjadi beberapa berkas.`, `more than ${MOST_LINES} lines; divide it into several files.`);
  return records;
}
