import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AuditEntity } from '../../src/platform/audit/audit.entity.js';
import * as audit from '../../src/platform/audit/index.js';
import * as identity from '../../src/platform/identity/index.js';
import { AppConfig, Database, KernelModule, PrivateMail, ProblemFilter, type SecretMail, requestContextMiddleware, SystemClock, validationPipe } from '../../src/platform/kernel/index.js';
import { Mailer, type Mail } from '../../src/sdk/index.js';
import { roles } from '../../src/satu-data/access/roles.js';
import { withDatabase } from './database.js';
import { HttpClient } from './http-client.js';

const parts = { entities: [...identity.entities, ...audit.entities], migrations: [...identity.migrations, ...audit.migrations] };

/** Accounts, sessions and audit trail behind a real server. */
export interface IdentityApp {
  readonly app: NestExpressApplication;
  readonly database: Database;
  readonly clock: SystemClock;
  readonly url: string;
  readonly dataDir: string;
  /** What it wrote on its standard output while it started. */
  readonly printed: string;
  /** The administrator's one-time password, as printed. */
  readonly oneTimePassword: string;
  client(headers?: Record<string, string>): HttpClient;
  /** A client of the administrator's, who has already chosen a password of his own. */
  administrator(): Promise<HttpClient>;
  /** What went out with a secret in it. */
  readonly sent: SecretMail[];
  /** What was laid into the outbox for mails. */
  readonly mailed: Mail[];
  /** The whole audit trail, chained up to its end. */
  auditTrail(): Promise<{ action: string }[]>;
  close(): Promise<void>;
}

@Global()
@Module({})
class Known {}

export const ADMINISTRATOR_PASSWORD = 'mendung tak berarti hujan';

export async function startIdentityApp(environment: Record<string, string> = {}, controllers: readonly Type[] = [], plugins: ConstructorParameters<typeof identity.AccessRegistry>[0] = [{ name: 'satu-data', roles }]): Promise<IdentityApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-identity-'));
  const { database, close: removeDatabase } = await withDatabase(parts);
  const config = new AppConfig({ TERTIB_DATA: dataDir, TERTIB_TEST: '1', ...environment });
  const sent: SecretMail[] = [];
  const mailed: Mail[] = [];
  const mailer = { provide: Mailer, useValue: { send: async (one: Mail) => void mailed.push(one) } };
  const mail = { provide: PrivateMail, useValue: mailServer(config, sent) };
  const words = { provide: audit.ActionWords, useValue: new audit.ActionWords([]) };
  const access = { provide: identity.AccessRegistry, useValue: new identity.AccessRegistry(plugins) };
  const module = await Test.createTestingModule({ imports: [KernelModule.forRoot({ provide: AppConfig, useValue: config }, parts), identity.IdentityModule, audit.AuditModule, { module: Known, providers: [access, words, mail, mailer], exports: [identity.AccessRegistry, audit.ActionWords, PrivateMail, Mailer] }], controllers: [...controllers] })
    .overrideProvider(Database).useValue(staysOpen(database))
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  app.use(requestContextMiddleware);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(validationPipe());
  let printed = '';
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
  await app.listen(0, '127.0.0.1').finally(() => output.mockRestore());
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const oneTimePassword = /one-time password: (\S+)/.exec(printed)?.[1] ?? '';
  return {
    app, database, url, dataDir, printed, oneTimePassword, sent, mailed,
    clock: app.get(SystemClock),
    client: (headers) => new HttpClient(url, { 'x-tertib': '1', ...headers }),
    async administrator() {
      const client = new HttpClient(url);
      const { status } = await client.signIn('admin', ADMINISTRATOR_PASSWORD);
      if (status === 201) return client;
      await client.signIn('admin', oneTimePassword);
      await client.put('/api/session/password', { current: oneTimePassword, next: ADMINISTRATOR_PASSWORD });
      return client;
    },
    async auditTrail() {
      await app.get(audit.AuditService).seal();
      return database.read.find(AuditEntity);
    },
    async close() {
      await app.close();
      await removeDatabase();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Takes everything but what is for `ditolak@…`. */
const mailServer = ({ smtpUrl }: AppConfig, sent: SecretMail[]): PrivateMail => ({
  available: smtpUrl !== undefined,
  send(mail) {
    if (mail.to.startsWith('ditolak@')) return Promise.reject(new Error('550 no such mailbox'));
    sent.push(mail);
    return Promise.resolve();
  },
});

/** The test removes the database itself, after the application. */
function staysOpen(database: Database): Database {
  return Object.assign(Object.create(database) as Database, { close: () => Promise.resolve() });
}
