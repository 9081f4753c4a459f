import { Injectable } from '@nestjs/common';
import type { FieldProblem } from 'tertib';
import { refusedSentence } from '../code-lists/refused-sentence.js';
import { schemeOf, type ColumnCodes } from '../code-lists/column-codes.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { DataListRow, descriptionOf, expectedRegions } from '../datasets/data-list.js';
import type { RowValues } from './list-fields.js';

const PATH = 'wilayahDiharapkan';

/** The regions that must be there are codes which their column takes at the time of the data: of another one every delivery would be told that it is missing, and nobody could fill it in. */
@Injectable()
export class ExpectedRegions {
  constructor(private readonly codes: PeriodCodes) {}

  /** For the rows of one list, that are ready otherwise; what is known of a list of codes is asked once for all that are about the same time. */
  ofPeriod(periodId: string): (values: RowValues) => Promise<FieldProblem[]> {
    const known = new Map<string, Promise<ColumnCodes | undefined>>();
    return async (values) => {
      if (!values[PATH]) return [];
      const row = DataListRow.parse(values);
      const column = descriptionOf(row).variables.find(({ name }) => name === row.kolomWilayah);
      // Where the row itself names the codes, that it does is checked with the row.
      if (!column || column.codes?.length) return [];
      const key = JSON.stringify([schemeOf(column), row.periodeData]);
      const asked = known.get(key) ?? this.codes.of({ variables: [column], dataPeriod: row.periodeData, periodId }).then((found) => found.get(column.name));
      known.set(key, asked);
      const codes = await asked;
      return codes ? expectedRegions(row).filter((code) => !codes.names.has(code)).map((code) => problemOf(code, codes)) : [];
    };
  }
}

function problemOf(code: string, { list, refused }: ColumnCodes): FieldProblem {
  const why = refused.get(code);
  const message = why ? refusedSentence(code, why) : { id: `“${code}” tidak ada dalam daftar “${list?.id}”.`, en: `“${code}” is not in the list “${list?.en}”.` };
  return { path: PATH, message: { id: `Wilayah yang harus ada: ${message.id}`, en: `Regions that must be there: ${message.en}` } };
}
