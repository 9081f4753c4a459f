import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Offices, Problem, Transactions } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { rejectAll } from '../shared/reject.js';
import { completeness } from './completeness.js';
import { METADATA_KINDS } from './metadata-kinds.js';
import { MetadataEntity, type MetadataKind } from './metadata.entity.js';
import type { ChangedMetadata, MetadataRow, MetadataView, NewMetadata } from './metadata.schemas.js';

/** What offices say of their activities, variables and indicators, in versions. A producer sees and writes its own. */
@Injectable()
export class MetadataService {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly offices: Offices,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<MetadataRow[]> {
    const officeId = this.access.boundTo();
    const versions = await this.database.read.find(MetadataEntity, { where: officeId === null ? {} : { officeId }, order: { version: 'ASC', at: 'ASC' } });
    const newest = [...new Map(versions.map((one) => [one.recordId, one])).values()];
    const names = await this.officeNames();
    return newest.map((one) => rowOf(one, names)).sort((a, b) => a.officeName.localeCompare(b.officeName) || a.kind.localeCompare(b.kind) || (a.name ?? '').localeCompare(b.name ?? ''));
  }

  async one(recordId: string): Promise<MetadataView> {
    const versions = await this.versions(recordId);
    const newest = versions[0] as MetadataEntity;
    return { ...rowOf(newest, await this.officeNames()), content: newest.content, versions: versions.map(({ version, userName: by, at }) => ({ version, by, at: at.toISOString() })) };
  }

  async create({ kind, officeId, content }: NewMetadata): Promise<MetadataView> {
    const bound = this.access.boundTo();
    const office = await this.offices.byId(bound ?? officeId ?? '');
    if (!office || (officeId && officeId !== office.id)) throw noOffice();
    return this.write({ recordId: uuidv7(), version: 1, kind, officeId: office.id }, content);
  }

  async change(recordId: string, { version, content }: ChangedMetadata): Promise<MetadataView> {
    const newest = await this.newest(recordId);
    if (newest.version !== version) throw changedMeanwhile(newest);
    return this.write({ recordId, version: version + 1, kind: newest.kind, officeId: newest.officeId }, content);
  }

  /** @throws "not found" also where it is another office's; that is audited. */
  async newest(recordId: string): Promise<MetadataEntity> {
    return (await this.versions(recordId))[0] as MetadataEntity;
  }

  private async versions(recordId: string): Promise<MetadataEntity[]> {
    const versions = await this.database.read.find(MetadataEntity, { where: { recordId }, order: { version: 'DESC' } });
    const [newest] = versions;
    if (!newest) throw Problem.notFound();
    if ([null, newest.officeId].includes(this.access.boundTo())) return versions;
    await this.database.tx(() => this.audit.write({ action: 'access.refused', subject: recordId, officeId: newest.officeId }));
    throw Problem.notFound();
  }

  private async write(values: Pick<MetadataEntity, 'recordId' | 'version' | 'kind' | 'officeId'>, given: unknown): Promise<MetadataView> {
    const { problems, kept } = METADATA_KINDS[values.kind](given);
    rejectAll(problems);
    const { id: userId, name: userName } = this.asker.required();
    const { recordId, version, kind, officeId } = values;
    const id = uuidv7();
    try {
      await this.database.tx(async (db) => {
        await db.insert(MetadataEntity, { ...values, id, content: kept() as Record<string, never>, userId, userName, at: this.clock.now() });
        await this.audit.write({ action: 'metadata.kept', subject: recordId, officeId, detail: { kind, version } });
      });
    } catch (error) {
      // Two who save at once both read the same version; for the second its number is taken, which the index sees to.
      const taken = await this.database.read.findOneBy(MetadataEntity, { recordId, version });
      throw taken && taken.id !== id ? changedMeanwhile(taken) : error;
    }
    return this.one(recordId);
  }

  private async officeNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
  }
}

/** An activity has a title, the others a name. */
const NAME: Readonly<Record<MetadataKind, string>> = { activity: 'judul', variable: 'nama', indicator: 'nama' };

function rowOf({ recordId, kind, officeId, content, version, userName, at }: MetadataEntity, names: ReadonlyMap<string, string>): MetadataRow {
  const name = content[NAME[kind]];
  return { id: recordId, kind, officeId, officeName: names.get(officeId) ?? officeId, name: typeof name === 'string' ? name : null, version, by: userName, at: at.toISOString(), ...completeness(kind, content) };
}

const noOffice = () =>
  new Problem('metadata-office', 422, { id: 'Pilih produsen data yang dijelaskan oleh metadata ini.', en: 'Choose the data producer that this metadata is of.' });
const changedMeanwhile = ({ userName, version }: MetadataEntity) =>
  new Problem('metadata-changed', 409, { id: `${userName} sudah menyimpan versi ${version}. Muat ulang, lalu ubah kembali.`, en: `${userName} has saved version ${version}. Load it again, then make your change.` });
