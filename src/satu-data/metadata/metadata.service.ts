import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Offices, PageForms, Problem, Transactions } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { rejectAll } from '../shared/reject.js';
import { asKept, inForm, unknownCodes } from './answers.js';
import { codeOf } from './metadata-code.js';
import { viewOf, versionOf } from './metadata-view.js';
import { newest } from './metadata-list.service.js';
import { MetadataEntity } from './metadata.entity.js';
import type { ChangedMetadata, MetadataVersion, MetadataView, NewMetadata } from './metadata.schemas.js';
import { formulaProblems, MsInd } from './ms-ind.js';
import { MsVar, ruleProblems } from './ms-var.js';
import { withReferences } from './references.js';
import { SHEETS } from './sheets/index.js';
import type { Content } from './sheets/sheet.js';

type Place = Pick<MetadataEntity, 'recordId' | 'version' | 'kind' | 'number' | 'officeId'>;
type Versions = [MetadataEntity, ...MetadataEntity[]];

/** What offices say of their activities, variables and indicators, in versions. A producer sees and writes its own. */
@Injectable()
export class MetadataService {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly offices: Offices,
    private readonly forms: PageForms,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async one(recordId: string): Promise<MetadataView> {
    return viewOf(await this.versions(recordId), await this.officeNames());
  }

  /** @throws not found. */
  async version(recordId: string, version: number): Promise<MetadataVersion> {
    const found = (await this.versions(recordId)).find((one) => one.version === version);
    if (!found) throw Problem.notFound();
    return versionOf(found);
  }

  async create({ kind, officeId, content }: NewMetadata): Promise<MetadataView> {
    const bound = this.access.boundTo();
    const office = await this.offices.byId(bound ?? officeId ?? '');
    if (!office || (officeId && officeId !== office.id)) throw noOffice();
    const kept = await this.read(kind, content);
    const recordId = uuidv7();
    return this.write(async () => ({ recordId, version: 1, kind, officeId: office.id, number: ((await this.database.read.maximum(MetadataEntity, 'number', { kind })) ?? 0) + 1 }), kept);
  }

  async change(recordId: string, { version, content }: ChangedMetadata): Promise<MetadataView> {
    const last = await this.newest(recordId);
    const { kind, number, officeId } = last;
    if (last.version !== version) throw changedMeanwhile(last);
    const kept = await this.read(kind, content, last.content);
    return this.write(() => Promise.resolve({ recordId, version: version + 1, kind, number, officeId }), kept);
  }

  /** @throws "not found" also where it is another office's; that is audited. */
  async newest(recordId: string): Promise<MetadataEntity> {
    return (await this.versions(recordId))[0];
  }

  private async versions(recordId: string): Promise<Versions> {
    const versions = await this.database.read.find(MetadataEntity, { where: { recordId }, order: { version: 'DESC' } });
    const [last] = versions;
    if (!last) throw Problem.notFound();
    if ([null, last.officeId].includes(this.access.metadataBoundTo())) return versions as Versions;
    await this.database.tx(() => this.audit.write({ action: 'access.refused', subject: recordId, officeId: last.officeId }));
    throw Problem.notFound();
  }

  /** By the form as it was published, then by what the sheet knows of its fields. */
  private async read(kind: MetadataEntity['kind'], given: Content, before: Content = {}): Promise<Content> {
    const sheet = SHEETS[kind];
    const values = await this.forms.check(sheet.form, inForm(sheet, given));
    rejectAll(unknownCodes(sheet, values));
    const { content, problems } = await withReferences(sheet, asKept(sheet, values), (of, number) => this.byNumber(of, number, before));
    rejectAll([...problems, ...(kind === 'variable' ? ruleProblems(MsVar.parse(content)) : kind === 'indicator' ? formulaProblems(MsInd.parse(content)) : [])]);
    return content;
  }

  /** A code that staff put there before, of another office's record, stays good for the office that it was put in for. */
  private byNumber(kind: MetadataEntity['kind'], number: number, before: Content): Promise<MetadataEntity | null> {
    const bound = JSON.stringify(before).includes(JSON.stringify(codeOf({ kind, number }))) ? null : this.access.boundTo();
    const query = newest(this.database.read.createQueryBuilder(MetadataEntity, 'm')).andWhere('m.kind = :kind AND m.number = :number', { kind, number });
    return (bound === null ? query : query.andWhere('m.officeId = :bound', { bound })).getOne();
  }

  private async write(place: () => Promise<Place>, content: Content): Promise<MetadataView> {
    const { id: userId, name: userName } = this.asker.required();
    const id = uuidv7();
    let values = await place();
    const name = content[SHEETS[values.kind].name];
    for (let left = MOST_TRIES; ; left -= 1) {
      const { recordId, version, kind, officeId } = values;
      try {
        await this.database.tx(async (db) => {
          await db.insert(MetadataEntity, { ...values, id, name: typeof name === 'string' ? name : null, content: content as Record<string, never>, userId, userName, at: this.clock.now() });
          await this.audit.write({ action: 'metadata.kept', subject: recordId, officeId, detail: { kind, version } });
        });
        return await this.one(recordId);
      } catch (error) {
        // Two who save at once both read the same version; for the second it is taken, which the index sees to. A number that is taken is counted anew.
        const taken = await this.database.read.findOneBy(MetadataEntity, { recordId, version });
        if (taken) throw taken.id === id ? error : changedMeanwhile(taken);
        const { number } = values;
        values = await place();
        if (left === 0 || values.number === number) throw error;
      }
    }
  }

  private async officeNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
  }
}

/** As often a number may be taken by somebody else in the same moment. */
const MOST_TRIES = 5;

const noOffice = () =>
  new Problem('metadata-office', 422, { id: 'Pilih produsen data yang dijelaskan oleh metadata ini.', en: 'Choose the data producer that this metadata is of.' });
const changedMeanwhile = ({ userName, version }: MetadataEntity) =>
  new Problem('metadata-changed', 412, { id: `${userName} sudah menyimpan versi ${version}. Bandingkan dahulu, lalu simpan kembali.`, en: `${userName} has saved version ${version}. Compare first, then save again.` }, { version, by: userName });
