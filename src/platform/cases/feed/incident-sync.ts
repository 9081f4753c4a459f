import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock, fromEngineTime, Transactions } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { IncidentEntity, InstanceEntity } from '../entities/index.js';
import { EngineReader } from './engine-reader.js';

/** Keeps the engine's open incidents as ours; they are few, so all are read each time. */
@Injectable()
export class IncidentSync {
  constructor(
    private readonly reader: EngineReader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async run(): Promise<void> {
    const incidents = await this.reader.incidents();
    const known = await this.transactions.read.findBy(IncidentEntity, { endedAt: IsNull(), type: Not('command') });
    const open = new Set(incidents.map((incident) => incident.id));
    const knownIds = new Set(known.map((row) => row.id));
    const fresh = incidents.filter((incident) => !knownIds.has(incident.id));
    const gone = known.filter((row) => !open.has(row.id));
    if (fresh.length === 0 && gone.length === 0) return;
    const instances = await this.transactions.read.findBy(InstanceEntity, { id: In(fresh.map((incident) => incident.processInstanceId)) });
    const caseOf = new Map(instances.map((instance) => [instance.id, instance.caseId]));
    const rows = fresh.flatMap((incident): IncidentEntity[] => {
      const caseId = caseOf.get(incident.processInstanceId);
      if (caseId === undefined) return [];
      const { id, processInstanceId: instanceId, configuration, incidentType: type } = incident;
      const elementId = incident.failedActivityId ?? incident.activityId;
      const createdAt = fromEngineTime(incident.incidentTimestamp);
      return [{ id, caseId, instanceId, elementId, type, message: incident.incidentMessage ?? '', configuration, createdAt, endedAt: null }];
    });
    if (rows.length === 0 && gone.length === 0) return;
    await this.transactions.tx(async (db) => {
      if (rows.length > 0) await db.upsert(IncidentEntity, rows, ['id']);
      if (gone.length > 0) await db.update(IncidentEntity, { id: In(gone.map((row) => row.id)) }, { endedAt: this.clock.now() });
    });
    for (const caseId of new Set([...rows, ...gone].map((row) => row.caseId))) this.events.emit('incident.changed', { caseId });
  }
}
