import { Injectable, type CanActivate } from '@nestjs/common';
import { Asker, Problem } from '../../sdk/index.js';
import { sightOf } from '../cases/index.js';

/** What is counted over all cases is for the office that looks after them: a producer sees its own cases, the statistics office its tasks. */
@Injectable()
export class OfficialsOnly implements CanActivate {
  constructor(private readonly asker: Asker) {}

  canActivate(): boolean {
    if (!sightOf(this.asker.required()).whole) throw Problem.forbidden();
    return true;
  }
}
