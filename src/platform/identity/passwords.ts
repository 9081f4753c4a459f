import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Clock } from '../../sdk/index.js';
import { AppConfig } from '../kernel/index.js';

/** OWASP's second choice for argon2id (19 MiB, two passes); the library's default algorithm is argon2id. */
const PRODUCTION = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const FAST = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Without letters that are taken for others. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Long enough for a letter in the office's own post, and a holiday. */
const VALID_MS = 7 * 24 * 3_600_000;

/** A password that is shown once, and what is stored of it. */
export interface OneTimePassword {
  readonly password: string;
  readonly passwordHash: string;
  /** From then on it opens nothing. */
  readonly until: Date;
}

@Injectable()
export class Passwords implements OnModuleInit {
  private readonly options: typeof PRODUCTION;
  private decoy: Promise<string> | undefined;

  constructor(
    config: AppConfig,
    private readonly clock: Clock,
  ) {
    this.options = config.test ? FAST : PRODUCTION;
  }

  /** Made beforehand: the first sign-in under an unknown name must not take longer. */
  async onModuleInit(): Promise<void> {
    await (this.decoy ??= this.hash(oneTimePassword()));
  }

  hash(password: string): Promise<string> {
    return hash(password, this.options);
  }

  async oneTime(): Promise<OneTimePassword> {
    const password = oneTimePassword();
    return { password, passwordHash: await this.hash(password), until: new Date(this.clock.now().getTime() + VALID_MS) };
  }

  /** The same work for a user that does not exist, so that time does not tell who does. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.decoy ??= this.hash(oneTimePassword());
    const correct = await verify(passwordHash ?? (await this.decoy), password);
    return passwordHash !== undefined && correct;
  }
}

/** Four groups of four, easy to read out: about 79 bits. */
function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
