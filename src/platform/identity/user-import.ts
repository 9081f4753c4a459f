import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Problem } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { OfficeBody, UserBody, type ImportResult } from './directory.schemas.js';
import { Directory } from './directory.service.js';

/** Columns of the file, in any order; `peran` may hold several, separated by `|`. */
const Line = z.object({
  username: z.string(),
  nama: z.string(),
  peran: z.string(),
  kode_kantor: z.string(),
  nama_kantor: z.string().default(''),
  jenis_kantor: z.string().default('produsen'),
  email: z.string().default(''),
  nip: z.string().default(''),
  jabatan: z.string().default(''),
});

interface LineProblem {
  readonly path: string;
  readonly message: string;
}

/** People and their offices from a CSV file: all of it, or none, with every line's problem. */
@Injectable()
export class UserImport {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  run(csv: string): Promise<z.infer<typeof ImportResult>> {
    const lines = this.read(csv);
    return this.database.tx(async () => {
      const problems: LineProblem[] = [];
      const offices = new Map((await this.directory.offices()).map((office) => [office.code, office.id]));
      const accounts: z.infer<typeof ImportResult>['accounts'] = [];
      let created = 0;
      for (const [index, raw] of lines.entries()) {
        try {
          const line = Line.parse(raw);
          if (!offices.has(line.kode_kantor)) {
            const office = await this.directory.saveOffice(OfficeBody.parse({ code: line.kode_kantor, name: line.nama_kantor, kind: line.jenis_kantor, email: null }));
            offices.set(office.code, office.id);
            created++;
          }
          const roles = line.peran.split('|').map((role) => role.trim());
          accounts.push(await this.directory.createUser(UserBody.parse({ username: line.username, name: line.nama, title: line.jabatan, nip: line.nip, email: line.email, officeId: offices.get(line.kode_kantor) ?? null, roles })));
        } catch (error) {
          problems.push(...problemsOf(error, index + 2));
        }
      }
      if (problems.length > 0) throw new Problem('import-invalid', 422, { id: 'Berkas belum dapat diimpor. Perbaiki baris berikut; belum ada yang disimpan.', en: 'The file cannot be imported yet. Correct these lines; nothing was stored.' }, { errors: problems });
      return { offices: created, accounts };
    });
  }

  private read(csv: string): unknown[] {
    try {
      const delimiter = (csv.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
      return parse(csv, { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), delimiter, bom: true, trim: true, skip_empty_lines: true });
    } catch (error) {
      throw new Problem('import-unreadable', 422, { id: 'Berkas CSV tidak dapat dibaca.', en: 'The CSV file cannot be read.' }, { errors: [{ path: '', message: (error as Error).message }] });
    }
  }
}

function problemsOf(error: unknown, line: number): LineProblem[] {
  if (error instanceof z.ZodError) return error.issues.map((issue) => ({ path: `baris ${line}: ${issue.path.join('.')}`, message: issue.message }));
  if (error instanceof Problem) return [{ path: `baris ${line}`, message: error.text.id }];
  throw error;
}
