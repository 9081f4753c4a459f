import { Injectable } from '@nestjs/common';
import { Asker, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import type { ProvenanceStep } from '../provenance/provenance.types.js';
import { Provenances } from '../provenance/provenances.service.js';
import { withoutPersons } from '../provenance/public-provenance.js';
import type { Check } from '../verification/checks-passed.js';
import { VerificationChecks } from '../verification/verification-checks.service.js';
import type { AskedDataset } from './analysis-desk.service.js';
import type { FigureLineage } from './analysis.schemas.js';
import type { GivenTable } from './opened.js';

type Source = FigureLineage['sources'][number];

/** Follows a figure back: formula, figures, cells, files, who stands for them, and the steps from the assignment on. */
@Injectable()
export class FigureLineages {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly access: DatasetAccess,
    private readonly checks: VerificationChecks,
    private readonly provenances: Provenances,
  ) {}

  /** @throws `analysis-query` (422) for what the data set does not have. */
  async of(asked: AskedDataset, text: string): Promise<FigureLineage> {
    const { used, ...figure } = await asked.ask('lineage', { text, language: this.asker.current()?.language ?? 'id' });
    const { given } = asked;
    const { dataset } = given;
    const of = used.map(({ other, table }) => ({ table, from: other === null ? null : (given.others?.[other] ?? null) }));
    const [found, steps] = await Promise.all([
      Promise.all(of.map(async ({ table, from }) => ({ office: from?.given ?? given, isPublic: from?.isPublicOnly ?? false, source: await this.source((from?.given ?? given).tables[table] as GivenTable, from?.title ?? null) }))), this.provenances.steps(dataset),
    ]);
    // Other offices are told roles and offices, as the public is; the data are their own, or were sent to them.
    const bound = this.access.boundTo();
    const all = bound === null;
    const sources = found.map(({ source, office, isPublic }) => (all ? source : withoutNames(isPublic ? { ...source, fileId: null, checks: [] } : source, bound === office.dataset.officeId ? null : office.officeName)));
    return { ...figure, sources, steps: (all ? steps : withoutPersons(steps, ['everybody', 'unprotected'])).map(shownStep), caseId: all ? dataset.periodId : null };
  }

  private async source({ dataset, period }: GivenTable, other: string | null): Promise<Source> {
    const deliveryId = dataset.deliveryId as string;
    const delivery = await this.database.read.findOneByOrFail(DeliveryEntity, { id: deliveryId });
    const language = this.asker.current()?.language;
    const [accepted] = await this.database.read.find(DatasetStateEntity, { where: { datasetId: dataset.id, after: In(['complete']) }, order: { at: 'DESC' }, take: 1 });
    const [decision, checks, table] = await Promise.all([
      this.checks.decision(dataset), this.checks.of(dataset, deliveryId), this.database.read.findOne(DeliveryTableEntity, { select: { deliveryId: true, largeId: true }, where: { deliveryId } }),
    ]);
    return {
      large: Boolean(table?.largeId), dataset: other, period: period.title, fileId: delivery.fileId, fileName: delivery.fileName, hash: delivery.hash, receipt: delivery.receiptNumber,
      deliveredBy: senderOf(delivery, language), deliveredAt: delivery.submittedAt.toISOString(), validatedBy: validatorOf(delivery, language), validatedAt: delivery.validatedAt?.toISOString() ?? null,
      acceptedBy: decision?.userName ?? null, acceptedAt: accepted?.at.toISOString() ?? null, checks: checks.map((check) => shownCheck(check, decision)),
    };
  }
}

/** Without the persons of the office that verifies; where an office's name is given, also without that office's own. */
const withoutNames = (source: Source, officeName: string | null): Source => ({
  ...source, acceptedBy: null, checks: source.checks.map((check) => ({ ...check, accepted: check.accepted && { ...check.accepted, by: null } })), ...(officeName !== null && { deliveredBy: officeName, validatedBy: source.validatedBy && officeName }),
});

/** Who accepted is named where the form that decided is that person's. */
const shownCheck = ({ key, title, result, why, findings, accepted }: Check, decision: { readonly userId: string; readonly userName: string } | null): Source['checks'][number] => ({
  key, title, result, why: why && { ...why }, findings, accepted: accepted && { reason: accepted.reason, by: decision && decision.userId === accepted.by ? decision.userName : null, at: accepted.at?.toISOString() ?? null },
});

const shownStep = ({ facts, ...step }: ProvenanceStep): FigureLineage['steps'][number] => ({ ...step, facts: facts.map(({ label, value, fileId }) => ({ label, value, fileId: fileId ?? null })) });
