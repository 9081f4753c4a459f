import { Injectable } from '@nestjs/common';
import { ROLE_KEYS } from './platform/identity/index.js';
import { RoleCatalogue } from './platform/releases/index.js';

/** Lets the check before publishing ask which roles there are. */
@Injectable()
export class KnownRoles extends RoleCatalogue {
  keys(): Promise<readonly string[]> {
    return Promise.resolve(ROLE_KEYS);
  }
}
