import { Injectable } from '@nestjs/common';
import { Transactions } from '../../sdk/index.js';
import { rawRows } from '../kernel/index.js';

const LAST = 'SELECT "correlationId" FROM "engine_commands" WHERE "caseId" = ? AND "correlationId" IS NOT NULL ORDER BY "id" DESC LIMIT 1';

/** Which id the work on a case goes on under; docs/adr/0012 says why it is found like this. */
@Injectable()
export class Correlations {
  constructor(private readonly transactions: Transactions) {}

  /** That of the request whose command was recorded last, or the case's own. */
  async ofCase(caseId: string): Promise<string> {
    const [last] = await rawRows<{ correlationId: string }>(this.transactions.read, LAST, caseId);
    return last?.correlationId ?? caseId;
  }
}
