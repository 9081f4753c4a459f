import { Injectable } from '@nestjs/common';
import { Database } from '../kernel/index.js';
import { AccessRegistry } from './access-registry.js';
import { DirectoryProblem } from './directory.errors.js';
import { OfficeEntity } from './identity.entities.js';

/** Roles belong to kinds of offices: an operator without an office, or at one that is no producer, would see every producer's things. */
@Injectable()
export class RoleFit {
  constructor(
    private readonly database: Database,
    private readonly registry: AccessRegistry,
  ) {}

  /** @throws DirectoryProblem for an office or a role that is not there, or that do not go together. */
  async assert(officeId: string | null, roles: readonly string[]): Promise<void> {
    const office = officeId === null ? null : await this.database.read.findOneBy(OfficeEntity, { id: officeId });
    if (officeId !== null && !office) throw DirectoryProblem.unknownOffice();
    const kind = office?.kind ?? null;
    for (const key of roles) {
      const role = this.registry.role(key);
      if (!role) throw DirectoryProblem.unknownRole(key, this.registry.roleKeys);
      if (!role.offices.includes(kind)) throw DirectoryProblem.roleNotHere(role, kind);
    }
  }
}
