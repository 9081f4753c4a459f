import { Injectable } from '@nestjs/common';
import { Offices, Problem, Settings, Transactions, type Language, type OpenedTaskLink, type Text } from 'tertib';
import { changeSentences, changeSummary } from '../changes/change-words.js';
import { LastYear } from '../changes/last-year.service.js';
import { ColumnChoices, type CodeTitles } from '../code-lists/column-choices.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isAmount, type Variable } from '../datasets/dataset.types.js';
import { DeliveriesService, type DeliveryWithTable } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DELIVERY_KINDS } from '../deliveries/delivery-kinds.js';
import { senderOf } from '../deliveries/delivery-people.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { RequestsService } from '../requests/requests.service.js';
import { capital } from '../shared/capital.js';
import { cellWords } from '../tables/cell-name.js';
import { shownDay, typedRows, withUnit } from '../tables/index.js';
import { timesIn, type Finding } from '../verification/finding.js';
import { findingsIn } from '../verification/found-words.js';
import { VerificationService } from '../verification/verification.service.js';
import type { LeaderView } from './leader.schemas.js';

/** More than anybody reads on a telephone; he who wants all of it signs in. */
const SHOWN_ROWS = 200;
/** So many sentences: how many findings there are stands above them. */
const SHOWN_FINDINGS = 5;

/** What a leader sees before he decides: what is delivered, and what is not as it was. */
@Injectable()
export class LeaderViews {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly lastYear: LastYear,
    private readonly choices: ColumnChoices,
    private readonly offices: Offices,
    private readonly settings: Settings,
  ) {}

  async of({ link, at, context: { caseId, officeId, user: { language } } }: OpenedTaskLink): Promise<LeaderView> {
    const request = await this.stillOpen(caseId, officeId, at);
    const [period, office, deliveries] = await Promise.all([
      this.database.read.findOneByOrFail(PeriodEntity, { id: caseId }), this.offices.byId(request.officeId), this.deliveries.of(request, 'draft'),
    ]);
    const timeZone = await this.settings.get('timezone', 'Asia/Jakarta');
    const given = await this.deliveries.withTables(deliveries);
    const titles = await this.choices.titlesOf(given.map(({ dataset, table }) => ({ dataset, rows: table?.rows.slice(0, SHOWN_ROWS) ?? [] })));
    const datasets = await Promise.all(given.map((one, index) => this.delivered(one, titles[index] ?? {}, language)));
    return {
      receiver: `${link.name}, ${link.title}`, sentBy: link.sentByName, office: office?.name ?? request.officeCode, period: period.title, deadline: moment(request.deadline, language, timeZone),
      deliveredBy: [...new Set(deliveries.map((delivery) => senderOf(delivery, language)))].join(', '), datasets,
    };
  }

  /** @throws "deadline-passed" (409): what comes after it does not count, and a link must not say that it does. */
  async stillOpen(caseId: string, officeId: string | null, at: Date): Promise<RequestEntity> {
    const request = await this.requests.of(caseId, officeId ?? '');
    if (request.deadline > at) return request;
    throw new Problem('deadline-passed', 409, { id: 'Batas waktu sudah lewat. Data ini tidak lagi dapat disetujui untuk periode ini; hubungi Seksi Pengelolaan Data.', en: 'The deadline has passed. These data can no longer be approved for this period; speak to the data section.' });
  }

  private async delivered({ delivery, dataset, table }: DeliveryWithTable, titles: CodeTitles, language: Language): Promise<LeaderView['datasets'][number]> {
    const about = { title: dataset.title, state: DELIVERY_KINDS[delivery.kind][language], reason: delivery.reason };
    if (!table) return { ...about, findings: null, found: [], foundAll: true, summary: null, changes: [], rowCount: 0, columns: [], rows: [] };
    const [findings, changes] = await Promise.all([this.verification.glance(dataset, table), this.lastYear.changes(dataset, table)]);
    const rows = shownRows(table, dataset, findings);
    return {
      ...about, findings: capital(findingsIn(findings, language)), ...shownFindings(findings, dataset, language), summary: changeSummary(changes)[language], changes: changes ? changeSentences(changes).map((sentence) => sentence[language]) : [],
      rowCount: table.rowCount, columns: dataset.variables.map(withUnit), rows: rows.map(({ row, refused }) => dataset.variables.map((one) => (refused.has(one.name) ? unread(refused.get(one.name), language) : shownCell(one, row[one.name], titles, language)))),
    };
  }
}

/** By the office's clock, whatever the telephone's is; the zone as it is called here, also in English. */
const moment = (at: Date, language: Language, timeZone: string): string => `${formatMoment(at, language, timeZone)} ${zoneName(at, timeZone)}`;
const formatMoment = (at: Date, language: Language, timeZone: string): string => new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone }).format(at);
const zoneName = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** What he vouches for in spite of it, what matters most first; what only informs is counted. */
function shownFindings(findings: readonly Finding[], { variables }: DatasetEntity, language: Language): Pick<LeaderView['datasets'][number], 'found' | 'foundAll'> {
  const found = (['ERROR', 'WARNING'] as const).flatMap((level) => findings.filter(({ severity }) => severity === level));
  const shown = found.slice(0, SHOWN_FINDINGS);
  const titleOf = (column: string | null): string | undefined => variables.find(({ name }) => name === column)?.title;
  // He has the file no more than its letters: a cell that is called by them has its column's title beside it.
  const named = ({ cell, column }: Finding): string | null => (cell === null ? null : [cell, titleOf(column) ?? []].flat().join(', '));
  const where = (one: Finding): string => (one.row === null ? '' : `${cellWords(named(one), one.row, titleOf(one.column))[language]}: `);
  return { found: shown.map((one) => `${where(one)}${one.message[language]}`), foundAll: timesIn(shown) === timesIn(found) };
}

/** The first rows, each with the cells that could not be read: those are shown as they were written, since nobody knows which number is meant. Of a large table the findings alone tell which they are. */
function shownRows(table: DeliveryTableEntity, dataset: DatasetEntity, findings: readonly Finding[]) {
  const { rows, layout } = { ...table, rows: table.rows.slice(0, SHOWN_ROWS) };
  const written = typedRows({ rows, layout }, dataset);
  const places = new Map(layout.rowNumbers.map((number, index) => [number, index]));
  const cells = new Map<number, Map<string, string | null>>();
  const refuse = (index: number, column: string, text: string | null = null) => void cells.set(index, (cells.get(index) ?? new Map<string, string | null>()).set(column, text));
  for (const { rule, row, column } of findings) {
    const index = places.get(row ?? 0);
    if (rule === 'type' && index !== undefined && column !== null) refuse(index, column, rows[index]?.[column]);
  }
  for (const { row, column } of layout.unreadable) refuse(row, column, written[row]?.[column]);
  return rows.map((row, index) => ({ row, refused: cells.get(index) ?? new Map<string, string | null>() }));
}

/** Marked as such: it may look like any other number. */
const unread = (text: string | null | undefined, language: Language): string | null => (text ? `“${text}” (${UNREAD[language]})` : null);
const UNREAD: Text = { id: 'tidak terbaca', en: 'could not be read' };

/** Numbers and days as people write them, codes with what they are called; a year in the key is no number. */
function shownCell(variable: Variable, value: string | null | undefined, titles: CodeTitles, language: Language): string | null {
  if (value === null || value === undefined) return null;
  if (isAmount(variable)) return formatDecimal(value, language);
  if (variable.type === 'date') return shownDay(value);
  const title = titles[variable.name]?.[value]?.[language];
  return title ? `${value} · ${title}` : value;
}
