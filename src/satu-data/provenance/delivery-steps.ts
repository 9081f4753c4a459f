import type { SubmissionRecord, Text } from 'tertib';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import { acceptedReasons, reasonWords } from '../verification/accepted-reasons.js';
import { checkResultWords } from '../verification/check-words.js';
import type { Check } from '../verification/checks-passed.js';
import type { ProvenanceActor, ProvenanceFact, ProvenanceStep } from './provenance.types.js';
import { fact, type Dates } from './step-facts.js';
import type { StepPeople } from './step-people.js';
import { STEP_TITLES } from './step-titles.js';

export interface DeliveryRecords {
  readonly delivery: DeliveryEntity;
  readonly checks: readonly Check[];
  /** When the rules ran; null where that was not kept. */
  readonly verifiedAt: Date | null;
  /** The form that found the data complete. */
  readonly decision: SubmissionRecord | null;
}

const LABELS = {
  file: { id: 'Berkas', en: 'File' }, hash: { id: 'Sidik berkas (SHA-256)', en: 'Fingerprint of the file (SHA-256)' }, receipt: { id: 'Tanda terima', en: 'Receipt' }, round: { id: 'Penyampaian ke', en: 'Number of the delivery' },
  way: { id: 'Cara', en: 'How' }, inTime: { id: 'Batas waktu', en: 'Deadline' }, ran: { id: 'Aturan dijalankan', en: 'The rules ran' }, why: { id: 'Alasan menerima temuan', en: 'Why findings were accepted' },
} as const satisfies Record<string, Text>;
const TYPED: Text = { id: 'diisi langsung pada tabel', en: 'filled in the table directly' };
const PAPER: Text = { id: 'dicatat walidata dari berkas kertas produsen', en: 'recorded by the data office from the producer’s papers' };
const SIGNED: Text = { id: 'lembar validasi yang ditandatangani', en: 'a validation sheet that was signed' };
const IN_TIME: Text = { id: 'dipenuhi', en: 'kept' };

/** Steps 8 and 9: who delivered, who vouched, which rule passed it. */
export function deliverySteps({ delivery, checks, verifiedAt, decision }: DeliveryRecords, people: StepPeople, dates: Dates): ProvenanceStep[] {
  const { fileName, fileId, hash, receiptNumber, round, paper, validation, inTime } = delivery;
  const verified = people.step('9', decision, []);
  return [
    {
      step: '8', title: STEP_TITLES['8'], at: delivery.submittedAt.toISOString(), by: people.actor('operator', senderOf(delivery)),
      facts: [
        fact(LABELS.file, fileName ?? TYPED, 'everybody', fileId ?? undefined), ...(hash ? [fact(LABELS.hash, hash, 'unprotected')] : []), ...(receiptNumber ? [fact(LABELS.receipt, receiptNumber)] : []), fact(LABELS.round, String(round + 1)),
        ...(paper ? [fact(LABELS.way, PAPER, 'everybody', paper.fileId)] : []),
      ],
    },
    {
      step: '8', title: STEP_TITLES['8v'], at: delivery.validatedAt?.toISOString() ?? null, by: delivery.validatedAt ? people.actor('pimpinan', validatorOf(delivery)) : null,
      facts: [...(validation ? [fact(LABELS.way, SIGNED, 'everybody', validation.fileId)] : []), ...(inTime ? [fact(LABELS.inTime, IN_TIME)] : [])],
    },
    { ...verified, facts: [...(verifiedAt ? [fact(LABELS.ran, dates.time(verifiedAt))] : []), ...checkFacts(checks, decision, verified.by)] },
  ];
}

/** Each rule with what it came to. The office's own ones are equations about the cells, and a reason is what somebody wrote of them. */
function checkFacts(checks: readonly Check[], decision: SubmissionRecord | null, decider: ProvenanceActor | null): ProvenanceFact[] {
  return [
    ...checks.map((check) => fact(check.title, checkedWords(check, decision, decider), check.rule === 'compare' ? 'unprotected' : 'everybody')),
    ...acceptedReasons(checks).map((reason) => fact(LABELS.why, reasonWords(reason), 'unprotected')),
  ];
}

function checkedWords(check: Check, decision: SubmissionRecord | null, decider: ProvenanceActor | null): Text {
  const words = checkResultWords({ ...check, accepted: null });
  if (!check.accepted) return words;
  // Who accepted is who decided, unless that was recorded otherwise.
  const role = decision && check.accepted.by === decision.userId ? decider?.role : null;
  return { id: `${words.id}, diterima dengan alasan${role ? ` oleh ${role.id}` : ''}`, en: `${words.en}, accepted with a reason${role ? ` by ${role.en}` : ''}` };
}
