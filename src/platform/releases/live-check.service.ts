import { Injectable } from '@nestjs/common';
import { Transactions } from '../../sdk/index.js';
import { resourcesOf } from './bundle.js';
import type { Finding } from './finding.js';
import { ReleaseCheck } from './release-check.js';
import { Releases } from './releases.service.js';

/** Looks at the live version as before publishing: a handler that the code had then may be gone now. */
@Injectable()
export class LiveCheck {
  constructor(
    private readonly releases: Releases,
    private readonly check: ReleaseCheck,
    private readonly transactions: Transactions,
  ) {}

  async run(): Promise<{ version: number | null; findings: readonly Finding[] }> {
    const live = await this.releases.live();
    if (!live) return { version: null, findings: [] };
    const findings = await this.check.findings(await resourcesOf(this.transactions.read, live));
    return { version: live.version, findings: findings.filter(({ severity }) => severity === 'error') };
  }
}
