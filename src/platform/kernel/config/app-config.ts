import { z } from 'zod';
import { resolve } from 'node:path';
import { isOwnMachine } from './own-machine.js';

const flag = z.enum(['', '0', '1']).default('').transform((value) => value === '1');
const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** Every variable of the environment that the application reads, parsed once. A bad value stops the start and names it. */
export const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url(/^https?$/).optional(),
  /** Addresses whose X-Forwarded-* headers are believed, e.g. `loopback` or `10.0.0.5`. None by default: anybody can write them. */
  TRUSTED_PROXY: z.string().max(500).optional(),
  TERTIB_DATA: z.string().default('./data'),
  TERTIB_DEMO: flag,
  /** Accepts plain HTTP from other machines; see docs/guides/operator.md. */
  TERTIB_ALLOW_HTTP: flag,
  /** Lets the tests move the clock. Never set it elsewhere. */
  TERTIB_TEST: flag,
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  ENGINE_URL: url(/^https?$/).default('http://127.0.0.1:8080/engine-rest'),
  ENGINE_USER: z.string().default('admin'),
  ENGINE_PASSWORD: z.string().default('admin'),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z.string().default('tertib@localhost'),
  /** A messaging gateway that is told of new tasks; see docs/guides/operator.md. Off without it. */
  WEBHOOK_URL: url(/^https?$/).refine((value) => value.startsWith('https:') || isOwnMachine(new URL(value).hostname), 'must begin with https://, unless the gateway is on this machine (127.0.0.1)').optional(),
  WEBHOOK_SECRET: z.string().min(32, 'needs 32 characters or more').max(500).optional(),
  /** Lets the gateway be in a private network. */
  WEBHOOK_ALLOW_PRIVATE: flag,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
}).superRefine(({ WEBHOOK_URL, WEBHOOK_SECRET, PUBLIC_URL }, context) => {
  if (WEBHOOK_URL && !WEBHOOK_SECRET) context.addIssue({ code: 'custom', path: ['WEBHOOK_SECRET'], message: 'must be set with WEBHOOK_URL: messages are signed with it' });
  if (WEBHOOK_URL && !PUBLIC_URL) context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'must be set with WEBHOOK_URL: links to tasks begin with it' });
});

/** The configuration in the words of the code. Inject it by this class. */
export class AppConfig {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly trustedProxy: string | undefined;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  readonly demo: boolean;
  readonly allowHttp: boolean;
  readonly test: boolean;
  readonly databaseUrl: string | undefined;
  readonly engine: { readonly url: string; readonly user: string; readonly password: string };
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Where a messaging gateway is; absent: nobody is told. */
  readonly webhook: { readonly url: string; readonly secret: string; readonly allowPrivate: boolean } | undefined;
  readonly logLevel: string;
  /** Whether what is written must survive a power cut. Only a test on data of its own does without. */
  readonly lasting: boolean = true;
  /** Whether applications begin with their examples though no demonstration was asked for: where all is played, in a rehearsal or a test. */
  readonly exampleData: boolean = false;

  constructor(environment: Readonly<Record<string, string | undefined>> = process.env) {
    const parsed = EnvironmentSchema.safeParse(environment);
    if (!parsed.success) {
      const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`The environment has values that cannot be used:\n${lines.join('\n')}`);
    }
    const env = parsed.data;
    this.port = env.PORT;
    this.host = env.HOST;
    this.publicUrl = env.PUBLIC_URL;
    this.trustedProxy = env.TRUSTED_PROXY;
    this.dataDir = resolve(env.TERTIB_DATA);
    this.demo = env.TERTIB_DEMO;
    this.allowHttp = env.TERTIB_ALLOW_HTTP;
    this.test = env.TERTIB_TEST;
    this.databaseUrl = env.DATABASE_URL;
    this.engine = { url: env.ENGINE_URL.replace(/\/$/, ''), user: env.ENGINE_USER, password: env.ENGINE_PASSWORD };
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.webhook = env.WEBHOOK_URL && env.WEBHOOK_SECRET ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET, allowPrivate: env.WEBHOOK_ALLOW_PRIVATE } : undefined;
    this.logLevel = env.LOG_LEVEL;
  }
}
