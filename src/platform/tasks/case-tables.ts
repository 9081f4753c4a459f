import { Injectable } from '@nestjs/common';
import type { FormContext } from '../../sdk/index.js';
import { CASE_TABLE, caseTableOf, caseTablesIn, childrenOf, isRecord, walk, type FormComponent, type FormDefinition } from '../forms/index.js';
import { LetterAnswers, type Answers } from '../notifications/index.js';
import { Releases } from '../releases/index.js';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a form's tables that come from the case: from an earlier form, as letters have it, or from a process variable. */
@Injectable()
export class CaseTables {
  constructor(
    private readonly answers: LetterAnswers,
    private readonly releases: Releases,
  ) {}

  /** By key of the table. A case that has nothing for it yet gives no rows. */
  async rows(form: FormDefinition | null, { caseId, processInstanceId, variables }: FormContext, releaseId: string): Promise<Record<string, Row[]>> {
    const tables = caseTablesIn(form);
    if (tables.length === 0) return {};
    const answers = await this.answers.of(caseId, processInstanceId ?? undefined);
    const filled = tables.map(async (table) => [table.key, await this.of(table, answers, variables, releaseId)] as const);
    return Object.fromEntries(await Promise.all(filled));
  }

  private async of(table: FormComponent, answers: Answers, variables: Row, releaseId: string): Promise<Row[]> {
    const { source, columns } = caseTableOf(table);
    const [from = '', inside] = source.split('.');
    const found = inside === undefined ? variables[from] : answers[from]?.[inside];
    const fields = inside === undefined ? new Map<string, FormComponent>() : await this.fields(releaseId, from, inside);
    const rows = Array.isArray(found) ? found.filter(isRecord) : [];
    return rows.map((row) => Object.fromEntries(columns.flatMap(({ key, from: name }) => (name ? [[key, cellOf(row[name], fields.get(name))]] : []))));
  }

  /** What the earlier form calls its choices. It may be of an older version, which is not this one's to judge. */
  private async fields(releaseId: string, form: string, table: string): Promise<Map<string, FormComponent>> {
    const earlier = await this.releases.form(releaseId, form).catch(() => null);
    const grid = [...walk(earlier?.components ?? [])].find(({ key }) => key === table);
    return new Map((grid ? childrenOf(grid).flatMap((child) => [...walk([child])]) : []).filter(({ type }) => type !== CASE_TABLE).map((field) => [field.key, field]));
  }
}

interface Choice {
  readonly value?: unknown;
  readonly label?: unknown;
}

/** A cell holds one value: choices as they are called, several of them and files in one text. */
function cellOf(value: unknown, field: FormComponent | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => cellOf(one, field)).filter((one) => one !== null && one !== '').join(', ');
  if (isRecord(value)) return typeof value['name'] === 'string' ? value['name'] : cellOf(Object.keys(value).filter((key) => value[key] === true), field);
  const choices = field?.values ?? (field?.['data'] as { values?: unknown } | undefined)?.values;
  const choice = Array.isArray(choices) ? (choices as readonly Choice[]).find((one) => one.value === value) : undefined;
  return typeof choice?.label === 'string' ? choice.label : (value ?? null);
}
