import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Incidents } from '../../cases/index.js';
import { IncidentInput } from './incident-input.service.js';
import type { RepairBody } from './incident.schemas.js';

/** Lets what got stuck try again, with other input where it was the input. */
@Injectable()
export class Repairs {
  constructor(
    private readonly incidents: Incidents,
    private readonly input: IncidentInput,
  ) {}

  async run(incidentId: string, { reason, values }: z.infer<typeof RepairBody>): Promise<void> {
    const names = Object.keys(values);
    const before = names.length > 0 ? await this.input.change(incidentId, values) : {};
    await this.incidents.retry(incidentId, { reason, ...(names.length > 0 && { changed: names.map((name) => ({ name, from: short(before[name]), to: short(values[name]) })) }) });
  }
}

const LONGEST = 200;
/** The audit log keeps what was changed, not whole texts. */
const short = (value: unknown): string => (value instanceof Date ? value.toISOString() : typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')).slice(0, LONGEST);
