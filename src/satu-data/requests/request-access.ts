import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { RequestEntity } from './request.entity.js';

/** Whose request the asker may see: a producer his own office's, the others all. */
@Injectable()
export class RequestAccess {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
  ) {}

  /** @throws "not found" also where it exists and is another's; that is audited. */
  async one(id: string): Promise<RequestEntity> {
    const request = await this.database.read.findOneBy(RequestEntity, { id });
    if (!request) throw Problem.notFound();
    if ([null, request.officeId].includes(this.access.boundTo())) return request;
    return this.access.refuse(request.periodId, id, request.officeId);
  }
}
