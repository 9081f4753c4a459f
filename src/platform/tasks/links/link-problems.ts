import { Problem, type TaskLinkView, type Text } from '../../../sdk/index.js';

/** Nothing more is said of a link that is not there, so that nobody learns which ones were. */
export const linkUnknown = (): Problem =>
  new Problem('link-unknown', 404, { id: 'Tautan ini tidak dikenal. Buka tautan persis seperti yang dikirim, atau minta yang baru.', en: 'This link is not known. Open it exactly as it was sent, or ask for a new one.' });

export const pinWrong = (left: number): Problem =>
  new Problem('link-pin-wrong', 403, {
    id: `PIN tidak cocok. Tersisa ${left} percobaan; setelah itu tautan terkunci. Tanyakan PIN kepada pengirim tautan.`,
    en: `The PIN does not match. ${left} tries are left, then the link is locked. Ask whoever sent the link for the PIN.`,
  }, { left });

const OVER: Readonly<Record<Exclude<TaskLinkView['state'], 'open'>, Text>> = {
  used: { id: 'Tautan ini sudah dipakai: keputusan Anda sudah tercatat.', en: 'This link has been used: your decision is on record.' },
  revoked: { id: 'Tautan ini sudah dicabut. Pakai tautan yang terbaru, atau minta yang baru kepada pengirimnya.', en: 'This link has been withdrawn. Use the latest one, or ask its sender for a new one.' },
  expired: { id: 'Masa berlaku tautan ini sudah habis. Minta yang baru kepada pengirimnya.', en: 'This link has expired. Ask its sender for a new one.' },
  locked: { id: 'Tautan ini terkunci karena PIN salah terlalu sering. Minta yang baru kepada pengirimnya.', en: 'This link is locked after too many wrong PINs. Ask its sender for a new one.' },
};

export const linkOver = (reason: keyof typeof OVER): Problem => new Problem('link-over', 410, OVER[reason], { reason });

export const alreadyDecided = (): Problem =>
  new Problem('link-task-over', 409, { id: 'Keputusan ini sudah diambil dengan cara lain, atau tidak diperlukan lagi. Tidak ada yang perlu Anda lakukan.', en: 'This has been decided in another way, or is no longer needed. There is nothing for you to do.' });
