import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditLog, Problem } from '../../sdk/index.js';
import { Database, requestContext } from '../kernel/index.js';
import { AccessRegistry } from './access-registry.js';
import type { ImportResult } from './directory.schemas.js';
import { Directory } from './directory.service.js';
import { Invitations } from './invitations/invitations.service.js';
import { Passwords, type OneTimePassword } from './passwords.js';
import { officeOf, readPeople, type LineProblem, type Person } from './people-csv.js';

/** Argon2 shares four threads with everything else; people who sign in meanwhile should not wait for a whole file. */
const AT_ONCE = 2;
const NO_PASSWORD: OneTimePassword = { password: '', passwordHash: '', until: new Date(0) };

/** People and their offices from a CSV file: all of it, or none, with every line's problem. */
@Injectable()
export class UserImport {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
    private readonly registry: AccessRegistry,
    private readonly invitations: Invitations,
  ) {}

  async run(csv: string): Promise<z.infer<typeof ImportResult>> {
    const { people, problems } = readPeople(csv, this.registry.roleKeys);
    // Before the transaction, during which nobody else can write. Where lines are wrong already, the rest is only checked.
    const prepared = problems.length > 0 ? [] : await this.prepare(people.length);
    return this.database.tx(async () => {
      const result = await this.store(people, prepared, problems);
      if (problems.length > 0) throw invalid(problems);
      await this.audit.write({ action: 'user.imported', detail: { offices: result.offices, users: result.accounts.length } });
      return result;
    });
  }

  private async store(people: readonly Person[], prepared: readonly OneTimePassword[], problems: LineProblem[]): Promise<z.infer<typeof ImportResult>> {
    const offices = new Map((await this.directory.offices()).map(({ code, id }) => [code, id]));
    const accounts: z.infer<typeof ImportResult>['accounts'] = [];
    let created = 0;
    for (const [index, person] of people.entries()) {
      try {
        if (!offices.has(person.officeCode)) {
          const office = await this.directory.createOffice(officeOf(person));
          offices.set(office.code, office.id);
          created++;
        }
        accounts.push(this.invitations.onPaper(await this.directory.createUser({ ...person.user, officeId: offices.get(person.officeCode) ?? null }, prepared[index] ?? NO_PASSWORD)));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        problems.push({ line: person.line, column: '', text: error.text });
      }
    }
    return { offices: created, accounts };
  }

  private async prepare(count: number): Promise<OneTimePassword[]> {
    const prepared: OneTimePassword[] = [];
    while (prepared.length < count) prepared.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - prepared.length) }, () => this.passwords.oneTime()))));
    return prepared;
  }
}

function invalid(problems: readonly LineProblem[]): Problem {
  const language = requestContext.language();
  const word = { id: 'Baris', en: 'Line' }[language];
  return new Problem('import-invalid', 422, { id: 'Berkas belum dapat diimpor. Perbaiki baris berikut; belum ada yang disimpan.', en: 'The file cannot be imported yet. Correct these lines; nothing was stored.' }, {
    errors: problems.toSorted((a, b) => a.line - b.line).map(({ line, column, text }) => ({
      path: [`line ${line}`, column].filter(Boolean).join('.'),
      message: `${word} ${line}${column && `, ${column}`}: ${text[language]}`,
    })),
  });
}
