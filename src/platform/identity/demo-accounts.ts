import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppConfig } from '../kernel/index.js';
import { DemoAccounts } from './session.schemas.js';

/** `demo-accounts.json` in the data folder: who can sign in to a demonstration, readable by its owner only. */
@Injectable()
export class DemoAccountsFile {
  readonly path: string;

  constructor(config: AppConfig) {
    this.path = join(config.dataDir, 'demo-accounts.json');
  }

  read(): z.infer<typeof DemoAccounts> {
    return existsSync(this.path) ? DemoAccounts.parse(JSON.parse(readFileSync(this.path, 'utf8'))) : [];
  }

  write(accounts: z.infer<typeof DemoAccounts>): void {
    writeFileSync(this.path, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    chmodSync(this.path, 0o600);
  }
}
