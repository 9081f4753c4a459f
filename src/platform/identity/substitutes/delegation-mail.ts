import type { Language } from '../../../sdk/index.js';

export type DelegationEvent = 'made' | 'ended';
interface Facts {
  readonly reader: string;
  readonly giver: string;
  readonly taker: string;
  readonly role: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly basis: string;
  readonly office: string;
}
interface Words {
  readonly subject: string;
  readonly text: string;
}

const day = (date: string, language: Language): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`));

const WORDS: Record<Language, Record<DelegationEvent, (facts: Facts, days: string) => Words>> = {
  id: {
    made: ({ reader, giver, taker, role, basis }, days) => ({
      subject: `Delegasi tugas ${role}: ${giver} kepada ${taker}`,
      text: `Yth. ${reader},\n\n${giver} mendelegasikan tugasnya sebagai ${role} kepada ${taker}, ${days}.\nAlasan: ${basis}\n\nYang dikerjakan ${taker} tercatat atas nama ${giver}. Delegasi berakhir sendiri; ${giver} dapat mengakhirinya lebih awal pada halaman Profil saya.\n`,
    }),
    ended: ({ reader, giver, taker, role }, days) => ({
      subject: `Delegasi tugas ${role} berakhir: ${giver} kepada ${taker}`,
      text: `Yth. ${reader},\n\ndelegasi tugas ${giver} sebagai ${role} kepada ${taker}, ${days}, sudah diakhiri. Tugas yang sedang dipegang ${taker} dapat dilepas oleh administrator.\n`,
    }),
  },
  en: {
    made: ({ reader, giver, taker, role, basis }, days) => ({
      subject: `Tasks of ${role} delegated: ${giver} to ${taker}`,
      text: `Dear ${reader},\n\n${giver} delegates the tasks of ${role} to ${taker}, ${days}.\nReason: ${basis}\n\nWhat ${taker} does is recorded on behalf of ${giver}. The delegation ends by itself; ${giver} can end it earlier on the page My profile.\n`,
    }),
    ended: ({ reader, giver, taker, role }, days) => ({
      subject: `Delegation of ${role} ended: ${giver} to ${taker}`,
      text: `Dear ${reader},\n\nthe delegation of ${giver}’s tasks of ${role} to ${taker}, ${days}, has been ended. Tasks that ${taker} still holds can be given back by an administrator.\n`,
    }),
  },
};

export function delegationMail(event: DelegationEvent, language: Language, facts: Facts): Words {
  const [from, until] = [day(facts.fromDay, language), day(facts.untilDay, language)];
  const words = WORDS[language][event](facts, language === 'id' ? `${from} s.d. ${until}` : `${from} to ${until}`);
  return { ...words, text: facts.office ? `${words.text}\n${facts.office}\n` : words.text };
}
