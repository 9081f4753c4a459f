import type { Language, Text } from 'tertib';
import { CLASS_NAMES, type AccessClass } from '../datasets/access-class.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { listedClass } from './class-change.js';
import { publicAs, type PublicAs } from './public-class.js';

const EFFECTS: Readonly<Record<PublicAs, Text>> = {
  whole: { id: 'Dipublikasikan seluruhnya: setiap orang dapat melihat dan mengunduhnya.', en: 'Published whole: everybody can see and download it.' },
  protected: { id: 'Dipublikasikan, tetapi sel kecil pada kolom yang dilindungi disamarkan: setiap orang dapat melihat dan mengunduh selebihnya.', en: 'Published, but small cells of the protected columns are hidden: everybody can see and download the rest.' },
  closed: { id: 'Tidak dipublikasikan.', en: 'Not published.' },
  unprotected: { id: 'Tidak dapat dipublikasikan, karena daftar data tidak menyebut kolom mana yang dilindungi.', en: 'Cannot be published, because the data list does not say which columns are to be protected.' },
};
/** Where something stands against it still. */
const HINDERED: Readonly<Partial<Record<PublicAs, Text>>> = {
  whole: { id: 'Dapat dipublikasikan seluruhnya bila yang menghalanginya selesai: setiap orang lalu dapat melihat dan mengunduhnya.', en: 'Can be published whole once what stands against it is settled: everybody can see and download it then.' },
  protected: { id: 'Dapat dipublikasikan bila yang menghalanginya selesai, tetapi sel kecil pada kolom yang dilindungi disamarkan: setiap orang lalu dapat melihat dan mengunduh selebihnya.', en: 'Can be published once what stands against it is settled, but small cells of the protected columns are hidden: everybody can see and download the rest then.' },
};
const LISTED: Text = { id: 'dalam daftar data', en: 'in the data list' };

/**
 * What each access class would do with this very data set, the widest first.
 *
 * @param hindered - something else stands against publishing it, whatever its class.
 */
export const classEffects = (dataset: Pick<DatasetEntity, 'riskClass' | 'stateReason' | 'variables'>, language: Language, hindered: boolean): { readonly kelas: string; readonly akibat: string }[] =>
  (Object.keys(CLASS_NAMES) as AccessClass[]).toReversed().map((one) => ({
    kelas: `${capital(CLASS_NAMES[one][language])}${one === listedClass(dataset) ? ` (${LISTED[language]})` : ''}`,
    akibat: effect(publicAs({ riskClass: one, variables: dataset.variables }), hindered)[language],
  }));

/** As the choice below it writes them. */
const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const effect = (as: PublicAs, hindered: boolean): Text => (hindered && HINDERED[as]) || EFFECTS[as];
