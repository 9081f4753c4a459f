/** Setting `letterhead`. */
export interface Letterhead {
  /** First line, e.g. `Pemerintah Kabupaten Tanjung Jabung Barat`. */
  readonly government: string;
  /** Second line, larger: the office. */
  readonly office: string;
  readonly address: string;
  /** Telephone, e-mail and web, as one line. */
  readonly contact: string;
  /** Place where letters are dated, e.g. `Kuala Tungkal`. */
  readonly place: string;
  /** `data:image/png;base64,…` or JPEG; empty for none. */
  readonly logo: string;
}

/** One of the setting `signers`. */
export interface Signer {
  /** What a letter names its signer by, e.g. `kadis`; the first of the list signs where none is named. */
  readonly key: string;
  readonly name: string;
  /** Office held, e.g. `Kepala Dinas Komunikasi dan Informatika`. */
  readonly title: string;
  /** Rank (pangkat/golongan); empty for none. */
  readonly rank: string;
  readonly nip: string;
  /** Signs in another's place: for him (a.n.), daily (Plh.), or acting (Plt.). */
  readonly prefix: '' | 'a.n.' | 'Plh.' | 'Plt.';
  /** With `a.n.`: in whose name. */
  readonly onBehalfOf: string;
}

export const NO_LETTERHEAD: Letterhead = { government: '', office: 'Kop surat belum diatur', address: '', contact: '', place: '', logo: '' };
export const NO_SIGNER: Signer = { key: '', name: '(penandatangan belum diatur)', title: '', rank: '', nip: '', prefix: '', onBehalfOf: '' };
