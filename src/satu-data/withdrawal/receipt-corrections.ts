import { Injectable } from '@nestjs/common';
import { Letters, Transactions } from 'tertib';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { ReceiptData } from '../deliveries/receipt-data.js';
import { subjectOf } from '../letters/letter-subjects.js';
import type { RequestEntity } from '../requests/request.entity.js';

const LETTER = 'tanda-terima';

/** A receipt that no longer holds for all that is on it is drawn anew under its number, and says so; the first one stays with the case. */
@Injectable()
export class ReceiptCorrections {
  constructor(
    private readonly database: Transactions,
    private readonly receipts: ReceiptData,
    private readonly letters: Letters,
  ) {}

  async correct(request: RequestEntity, taken: readonly DeliveryEntity[]): Promise<void> {
    for (const number of new Set(taken.flatMap(({ receiptNumber }) => receiptNumber ?? []))) {
      const on = await this.database.read.findBy(DeliveryEntity, { requestId: request.id, receiptNumber: number });
      const gone = on.filter(({ status }) => status === 'withdrawn').map(({ id }) => id).toSorted();
      await this.letters.render({
        key: `${LETTER}:${number}:${gone.length}:${gone.at(-1) ?? ''}`, caseId: request.periodId, template: LETTER, subject: `${subjectOf(LETTER)} (diperbarui)`, officeId: request.officeId, about: request.id, numbered: false,
        data: await this.receipts.of(request, on.map(({ id }) => id), number),
      });
    }
  }
}
