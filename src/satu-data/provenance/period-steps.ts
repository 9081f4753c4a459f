import type { Letter, SubmissionRecord, Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { RequestEntity } from '../requests/request.entity.js';
import type { ProvenanceStep } from './provenance.types.js';
import { answerFact, fact, letterFact, written, type Dates } from './step-facts.js';
import type { StepPeople } from './step-people.js';
import { STEP_TITLES, type StepKey } from './step-titles.js';

/** Forms of the steps before the data came. */
export const PERIOD_FORMS = ['penugasan', 'daftar-data', 'koreksi', 'pemeriksaan-permintaan', 'kirim-permintaan'] as const;
export const PERIOD_LETTERS = { assignment: 'surat-tugas', bps: 'surat-permintaan-bps', producer: 'surat-permintaan-produsen' } as const;

export interface PeriodRecords {
  readonly dataset: DatasetEntity;
  /** Of {@link PERIOD_FORMS}, oldest first. */
  readonly submissions: readonly SubmissionRecord[];
  readonly letters: { readonly assignment: Letter | undefined; readonly bps: Letter | undefined; readonly producer: Letter | undefined };
  readonly request: RequestEntity | null;
}

const ASSIGNMENTS: readonly StepKey[] = ['1', '2', '3'];
const LABELS = {
  assignment: { id: 'Surat penugasan', en: 'Letter of assignment' }, to: { id: 'Ditugaskan kepada', en: 'Assigned to' }, instruction: { id: 'Instruksi', en: 'Instruction' },
  code: { id: 'Kode data', en: 'Data code' }, metadata: { id: 'Kode metadata', en: 'Metadata code' }, decided: { id: 'Yang ditetapkan', en: 'What was decided' },
  request: { id: 'Surat permintaan kepada BPS', en: 'Letter of request to the statistics office' }, result: { id: 'Hasil', en: 'Result' }, note: { id: 'Catatan', en: 'Note' },
  asked: { id: 'Surat permintaan', en: 'Letter of request' }, deadline: { id: 'Batas waktu', en: 'Deadline' },
} as const satisfies Record<string, Text>;
const APPROVED: Text = { id: 'sesuai', en: 'in order' };

/** Steps 1 to 7: from the assignment to the request. */
export function periodSteps({ dataset, submissions, letters, request }: PeriodRecords, people: StepPeople, dates: Dates): ProvenanceStep[] {
  const of = (form: (typeof PERIOD_FORMS)[number]) => submissions.filter(({ formKey }) => formKey === form);
  const approved = (form: 'koreksi' | 'pemeriksaan-permintaan', field: string) => of(form).findLast(({ data }) => data[field] === 'sesuai');
  const [correction, answer, sending] = [approved('koreksi', 'hasilKoreksi'), approved('pemeriksaan-permintaan', 'hasilPemeriksaan'), of('kirim-permintaan').at(-1)];
  const producerLetter = letterFact(LABELS.asked, letters.producer, dates);
  return [
    ...assignments(of('penugasan'), letters.assignment, people, dates),
    people.step('4', of('daftar-data').at(-1), [
      fact(LABELS.code, dataset.code), ...(dataset.metadataCode ? [fact(LABELS.metadata, dataset.metadataCode)] : []), fact(LABELS.decided, decidedOf(dataset)),
    ]),
    people.step('5', correction, [...(correction ? [fact(LABELS.result, APPROVED), ...written(LABELS.note, correction, 'catatan')] : []), ...letterFact(LABELS.request, letters.bps, dates)]),
    people.step('6', answer, answer ? [fact(LABELS.result, APPROVED), ...answerFact(answer), ...written(LABELS.note, answer, 'catatan')] : []),
    people.step('7', sending, [...producerLetter, ...(request ? [fact(LABELS.deadline, dates.time(request.deadline))] : [])]),
  ];
}

function assignments(given: readonly SubmissionRecord[], letter: Letter | undefined, people: StepPeople, dates: Dates): ProvenanceStep[] {
  // A diagram may assign in fewer steps; that none of it is recorded is told once.
  if (given.length === 0) return [people.step('1', null, letterFact(LABELS.assignment, letter, dates))];
  return given.map((one, index) => {
    const key = ASSIGNMENTS.find((step) => step === one.step) ?? ASSIGNMENTS[Math.min(index, ASSIGNMENTS.length - 1)] ?? '1';
    return { ...people.step(key, one, [...(index === 0 ? letterFact(LABELS.assignment, letter, dates) : []), ...written(LABELS.to, one, 'kepada'), ...written(LABELS.instruction, one, 'instruksi')]), title: STEP_TITLES[key] };
  });
}

function decidedOf({ variables, rules, indicators }: DatasetEntity): Text {
  const checks = rules.filter(({ kind }) => kind !== 'built-in').length;
  return { id: `${variables.length} kolom, ${checks} aturan pemeriksaan, ${indicators.length} indikator`, en: `columns: ${variables.length}, rules of verification: ${checks}, indicators: ${indicators.length}` };
}
