import type { Language } from 'tertib';
import type { DeliveryEntity } from './delivery.entity.js';

const PAPER = { id: (who: string) => `dicatat oleh ${who} dari berkas kertas`, en: (who: string) => `recorded by ${who} from papers` };
const SIGNED = {
  id: { sheet: (who: string) => `lembar validasi, diunggah oleh ${who}`, paper: (who: string) => `tanda tangan pada berkas kertas, dicatat oleh ${who}` },
  en: { sheet: (who: string) => `validation sheet, uploaded by ${who}`, paper: (who: string) => `signature on the papers, recorded by ${who}` },
};

/** Who delivered it; of papers, who recorded them, so that nobody takes it for the producer's own typing. */
export const senderOf = ({ submittedByName, paper }: Pick<DeliveryEntity, 'submittedByName' | 'paper'>, language: Language = 'id'): string =>
  paper ? PAPER[language](submittedByName) : submittedByName;

/** Who vouches for it; of a signature, also by what it is known. Nobody does for what a leader sent back. */
export const validatorOf = ({ validatedByName, validation }: Pick<DeliveryEntity, 'validatedByName' | 'validation'>, language: Language = 'id'): string | null =>
  validation && validatedByName !== null ? `${validation.name}, ${validation.title} (${SIGNED[language][validation.by](validation.recordedByName)})` : validatedByName;
