import { FormPolicy } from '../platform/forms/index.js';
import { ROLE_KEYS } from '../platform/identity/index.js';
import { HandlerCatalogue, ReleaseCheck, RoleCatalogue } from '../platform/releases/index.js';

/** Where nothing is known of handlers: none is missed, and whatever nobody else sets may be theirs. */
export class UnknownHandlers extends HandlerCatalogue {
  constructor(private readonly asked: readonly string[]) {
    super();
  }

  topics(): readonly string[] {
    return this.asked;
  }

  outputs(): null {
    return null;
  }
}

class PlatformRoles extends RoleCatalogue {
  keys(): Promise<readonly string[]> {
    return Promise.resolve(ROLE_KEYS);
  }
}

/** The check before publishing, without an application. */
export const offlineCheck = (handlers: HandlerCatalogue): ReleaseCheck => new ReleaseCheck(new FormPolicy(), handlers, new PlatformRoles());
