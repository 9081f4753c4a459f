import type { Letter, SubmissionRecord, Text } from 'tertib';
import { CLASS_NAMES } from '../datasets/access-class.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { changedClass, reasonText, WAIVED } from '../datasets/state-reasons.js';
import { LICENCES } from '../publication/licences.js';
import type { AssessmentEntity } from '../review/review.entities.js';
import type { ProvenanceFact, ProvenanceStep } from './provenance.types.js';
import { answerFact, fact, letterFact, written, type Dates } from './step-facts.js';
import type { StepPeople } from './step-people.js';
import { STEP_TITLES } from './step-titles.js';

/** Forms of the steps that each data set goes through by itself. */
export const DATASET_FORMS = ['analisis', 'pemeriksaan-analisis', 'kirim-surat', 'kelayakan', 'perintah-publikasi', 'diseminasi'] as const;
export const DATASET_LETTERS = { result: 'surat-hasil-analisis', report: 'laporan-analisis' } as const;

export interface DatasetRecords {
  readonly dataset: DatasetEntity;
  /** Of {@link DATASET_FORMS} and of this data set, oldest first. */
  readonly submissions: readonly SubmissionRecord[];
  /** Oldest first. */
  readonly states: readonly DatasetStateEntity[];
  readonly letters: { readonly result: Letter | undefined; readonly report: Letter | undefined };
  /** What BPS said last. */
  readonly assessment: AssessmentEntity | null;
}

const LABELS = {
  computed: { id: 'Dihitung aplikasi', en: 'Computed by the application' }, report: { id: 'Laporan analisis', en: 'Report of the analysis' }, letter: { id: 'Surat hasil analisis', en: 'Letter with the analysis' },
  result: { id: 'Hasil', en: 'Result' }, note: { id: 'Catatan', en: 'Note' }, licence: { id: 'Lisensi', en: 'Licence' }, release: { id: 'Tanggal rilis', en: 'Release date' }, order: { id: 'Perintah', en: 'Order' },
  withheldReason: { id: 'Alasan tidak dipublikasikan', en: 'Reason for not publishing' },
  access: { id: 'Kelas akses', en: 'Access class' }, accessReason: { id: 'Alasan perubahan kelas akses', en: 'Reason for changing the access class' },
} as const satisfies Record<string, Text>;
const GOOD: Text = { id: 'sesuai', en: 'in order' };
const FIT: Record<AssessmentEntity['decision'], Text> = {
  layak: { id: 'layak dipublikasikan', en: 'fit to be published' }, perlu_perbaikan: { id: 'perlu perbaikan', en: 'needs improvement' }, tidak_layak: { id: 'tidak layak dipublikasikan', en: 'not fit to be published' },
};

const WITHHELD = { title: { id: 'Diputuskan untuk tidak dipublikasikan', en: 'It was decided not to publish' }, result: { id: 'tidak dipublikasikan', en: 'not published' } } as const satisfies Record<string, Text>;

/** Steps 10 to 15 as far as they have come. */
export function datasetSteps(records: DatasetRecords, people: StepPeople, dates: Dates): ProvenanceStep[] {
  const { submissions, states, letters } = records;
  const newest = (form: (typeof DATASET_FORMS)[number]) => submissions.findLast(({ formKey }) => formKey === form);
  const [analysed, checked, ordered, shown] = [newest('analisis'), newest('pemeriksaan-analisis'), newest('perintah-publikasi'), newest('diseminasi')];
  const computed = states.findLast(({ after, before }) => after === 'analysed' && before !== 'sent_to_bps');
  const waived = states.find(({ reason }) => reason === WAIVED);
  return [
    people.step('10', analysed, [...(computed ? [fact(LABELS.computed, dates.time(computed.at))] : []), ...(letters.report ? [fact(LABELS.report, dates.day(letters.report.date), 'staff', letters.report.file.id)] : [])]),
    people.step('11', checked, checked?.data['hasilAnalisis'] === 'sesuai' ? [fact(LABELS.result, GOOD), ...written(LABELS.note, checked, 'catatan')] : []),
    ...(waived
      ? [{ step: '13', title: STEP_TITLES['13'], at: waived.at.toISOString(), by: null, facts: [fact(LABELS.result, reasonText(waived.reason) ?? '')] }]
      : [people.step('12', newest('kirim-surat'), letterFact(LABELS.letter, letters.result, dates)), judged(records, people)]),
    ordering(records, ordered, people, dates),
    people.step('15', shown, []),
  ];
}

function ordering({ dataset, states }: DatasetRecords, ordered: SubmissionRecord | undefined, people: StepPeople, dates: Dates): ProvenanceStep {
  const withheld = states.findLast(({ after }) => after === 'withheld');
  if (withheld) return { ...people.step('14', ordered, [fact(LABELS.result, WITHHELD.result), ...(withheld.reason ? [fact(LABELS.withheldReason, withheld.reason, 'staff')] : [])]), title: WITHHELD.title };
  return people.step('14', ordered, ordered ? [
    ...(dataset.licence ? [fact(LABELS.licence, LICENCES[dataset.licence]?.title ?? dataset.licence)] : []), ...(dataset.releaseDate ? [fact(LABELS.release, dates.day(dataset.releaseDate))] : []), ...access(states), ...written(LABELS.order, ordered, 'perintah'),
  ] : []);
}

/** That the class of the data list was changed when publication was ordered; why is the office's own affair. */
function access(states: readonly DatasetStateEntity[]): ProvenanceFact[] {
  const change = changedClass(states.findLast(({ after }) => after === 'scheduled')?.reason ?? null);
  if (!change) return [];
  const [before, after] = [CLASS_NAMES[change.before], CLASS_NAMES[change.after]];
  return [fact(LABELS.access, { id: `diubah dari ${before.id} menjadi ${after.id}`, en: `changed from ${before.en} to ${after.en}` }), ...(change.why ? [fact(LABELS.accessReason, change.why, 'staff')] : [])];
}

function judged({ assessment, submissions }: DatasetRecords, people: StepPeople): ProvenanceStep {
  const submission = submissions.find(({ id }) => id === assessment?.id);
  if (!assessment) return people.step('13', null, []);
  const { decision, letterNumber, reason, at, userName } = assessment;
  return {
    step: '13', title: STEP_TITLES['13'], at: at.toISOString(), by: people.actor('bps', userName),
    facts: [fact(LABELS.result, FIT[decision]), ...(submission ? answerFact(submission, letterNumber) : []), ...(reason ? [fact(LABELS.note, reason, 'staff')] : [])],
  };
}
