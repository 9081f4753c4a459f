import type { Text } from 'tertib';

/** Nothing is in its way, but seldom meant: the date was to keep back what is ready, and keeps back nothing. */
export const releaseFirst = (deadline: Date, releaseDate: Date): Text | null => (releaseDate >= deadline ? null : RELEASE_FIRST);

const RELEASE_FIRST: Text = {
  id: 'Tanggal rilis periode ini lebih awal daripada batas waktunya, jadi data tampil di portal begitu publikasinya diperintahkan. Bila tidak demikian maksudnya, tentukan tanggal rilis yang lebih lambat saat memerintahkan publikasi.',
  en: 'The release date of this period comes before its deadline, so data show on the portal as soon as their publication is ordered. If that is not meant, set a later release date when publication is ordered.',
};
