import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Transactions } from '../../sdk/index.js';
import { CommandEntity } from './entities/index.js';

/** Which id the work on a case goes on under; docs/adr/0009 says why it is found like this. */
@Injectable()
export class Correlations {
  constructor(private readonly transactions: Transactions) {}

  /** That of the request whose command went to the engine last, or the case's own. */
  async ofCase(caseId: string): Promise<string> {
    const where = { caseId, correlationId: Not(IsNull()) };
    const last = await this.transactions.read.findOne(CommandEntity, { where, order: { id: 'DESC' }, select: { id: true, correlationId: true } });
    return last?.correlationId ?? caseId;
  }
}
