import { Injectable } from '@nestjs/common';
import { Cases, Letters, Offices, Settings, Transactions, type Letter } from 'tertib';
import { formulaWords } from '../analysis/formula-words.js';
import { readIndicator } from '../analysis/indicators.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { AssessmentEntity } from '../review/review.entities.js';
import { VerificationRunEntity } from '../rules/office-rules.entity.js';
import { inBoth } from '../shared/office-time.js';
import { VerificationChecks } from '../verification/verification-checks.service.js';
import { DATASET_FORMS, DATASET_LETTERS, datasetSteps } from './dataset-steps.js';
import { deliverySteps } from './delivery-steps.js';
import { PERIOD_FORMS, PERIOD_LETTERS, periodSteps } from './period-steps.js';
import type { Provenance, ProvenanceStep } from './provenance.types.js';
import { datesIn, type Dates } from './step-facts.js';
import { StepPeople } from './step-people.js';

/** Where the numbers of a data set come from, read from the records of its period: from the assignment on. */
@Injectable()
export class Provenances {
  constructor(
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly letters: Letters,
    private readonly offices: Offices,
    private readonly settings: Settings,
    private readonly checks: VerificationChecks,
  ) {}

  async of(dataset: DatasetEntity): Promise<Provenance> {
    const { read } = this.database;
    const deliveryId = String(dataset.deliveryId);
    const [steps, delivery, table] = await Promise.all([
      this.steps(dataset), read.findOneByOrFail(DeliveryEntity, { id: deliveryId }), read.findOneOrFail(DeliveryTableEntity, { select: { deliveryId: true, layout: true }, where: { deliveryId } }),
    ]);
    return { steps, formulas: formulasOf(dataset), source: { fileName: delivery.fileName, columns: table.layout.source === 'grid' ? {} : table.layout.columns, rowNumbers: table.layout.rowNumbers } };
  }

  /** The steps that all of its numbers have in common, as far as they have come. */
  async steps(dataset: DatasetEntity): Promise<ProvenanceStep[]> {
    const [people, dates] = await Promise.all([this.people(dataset), this.dates()]);
    const parts = await Promise.all([this.period(dataset, people, dates), this.delivery(dataset, people, dates), this.dataset(dataset, people, dates)]);
    return parts.flat();
  }

  private async period(dataset: DatasetEntity, people: StepPeople, dates: Dates): Promise<ProvenanceStep[]> {
    const { periodId, officeId } = dataset;
    const request = await this.database.read.findOneBy(RequestEntity, { periodId, officeId });
    const [submissions, assignment, bps, producer] = await Promise.all([
      this.cases.submissions(periodId, PERIOD_FORMS), this.last(periodId, { template: PERIOD_LETTERS.assignment }), this.last(periodId, { template: PERIOD_LETTERS.bps }),
      request ? this.last(periodId, { template: PERIOD_LETTERS.producer, about: request.id }) : undefined,
    ]);
    return periodSteps({ dataset, submissions, letters: { assignment, bps, producer }, request }, people, dates);
  }

  private async delivery(dataset: DatasetEntity, people: StepPeople, dates: Dates): Promise<ProvenanceStep[]> {
    const { read } = this.database;
    const deliveryId = String(dataset.deliveryId);
    const [delivery, run, checks, decision] = await Promise.all([
      read.findOneByOrFail(DeliveryEntity, { id: deliveryId }), read.findOneBy(VerificationRunEntity, { deliveryId }), this.checks.of(dataset, deliveryId), this.checks.decision(dataset),
    ]);
    return deliverySteps({ delivery, checks, verifiedAt: run?.at ?? null, decision }, people, dates);
  }

  private async dataset(dataset: DatasetEntity, people: StepPeople, dates: Dates): Promise<ProvenanceStep[]> {
    const { id: datasetId, periodId } = dataset;
    const { read } = this.database;
    const [submissions, states, [assessment], result, report] = await Promise.all([
      this.cases.submissions(periodId, DATASET_FORMS, { variable: { name: 'dataset', value: datasetId } }), read.find(DatasetStateEntity, { where: { datasetId }, order: { at: 'ASC', id: 'ASC' } }),
      read.find(AssessmentEntity, { where: { datasetId }, order: { at: 'DESC', id: 'DESC' }, take: 1 }), this.last(periodId, { template: DATASET_LETTERS.result, about: datasetId }), this.last(periodId, { template: DATASET_LETTERS.report, about: datasetId }),
    ]);
    return datasetSteps({ dataset, submissions, states, letters: { result, report }, assessment: assessment ?? null }, people, dates);
  }

  private async last(caseId: string, filter: { readonly template: string; readonly about?: string }): Promise<Letter | undefined> {
    return (await this.letters.ofCase(caseId, filter)).at(-1);
  }

  private async people({ officeId, officeCode }: DatasetEntity): Promise<StepPeople> {
    const [roles, producer, [walidata], [bps]] = await Promise.all([this.offices.roleNames(), this.offices.byId(officeId), this.offices.all('walidata'), this.offices.all('bps')]);
    return new StepPeople(roles, producer?.name ?? officeCode, { walidata, bps });
  }

  private async dates(): Promise<Dates> {
    return datesIn(await this.settings.get('timezone', 'Asia/Jakarta'));
  }
}

/** With the titles of the columns, as readers know them. */
function formulasOf({ variables, indicators }: DatasetEntity): Provenance['formulas'] {
  return Object.fromEntries(indicators.map(readIndicator).map((one) => [one.name, { formula: inBoth((language) => formulaWords(one, variables, language)), columns: one.columns }]));
}
