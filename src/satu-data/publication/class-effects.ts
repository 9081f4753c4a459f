import type { Language, Text } from 'tertib';
import { CLASS_NAMES, type AccessClass } from '../datasets/access-class.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { publicAs, type PublicAs } from './public-class.js';

const EFFECTS: Readonly<Record<PublicAs, Text>> = {
  whole: { id: 'Dipublikasikan seluruhnya: setiap orang dapat melihat dan mengunduhnya.', en: 'Published whole: everybody can see and download it.' },
  protected: { id: 'Dipublikasikan, tetapi sel kecil pada kolom yang dilindungi disamarkan: setiap orang dapat melihat dan mengunduh selebihnya.', en: 'Published, but small cells of the protected columns are hidden: everybody can see and download the rest.' },
  closed: { id: 'Tidak dipublikasikan.', en: 'Not published.' },
  unprotected: { id: 'Tidak dapat dipublikasikan, karena daftar data tidak menyebut kolom mana yang dilindungi.', en: 'Cannot be published, because the data list does not say which columns are to be protected.' },
};
const LISTED: Text = { id: 'dalam daftar data', en: 'in the data list' };

/** What each access class would do with this very data set, the widest first. */
export const classEffects = ({ riskClass, variables }: Pick<DatasetEntity, 'riskClass' | 'variables'>, language: Language): { readonly kelas: string; readonly akibat: string }[] =>
  (Object.keys(CLASS_NAMES) as AccessClass[]).toReversed().map((one) => ({
    kelas: `${CLASS_NAMES[one][language]}${one === riskClass ? ` (${LISTED[language]})` : ''}`,
    akibat: EFFECTS[publicAs({ riskClass: one, variables })][language],
  }));
