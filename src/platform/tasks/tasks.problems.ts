import { Problem, type Language } from '../../sdk/index.js';
import type { FormError } from '../forms/index.js';

export const taskOver = (): Problem => new Problem('task-over', 409, { id: 'Tugas ini sudah selesai atau sudah dibatalkan.', en: 'This task has been completed or cancelled already.' });

export const formChanged = (): Problem =>
  new Problem('form-changed', 409, { id: 'Proses ini baru saja dipindahkan ke versi lain, dan formulirnya berubah. Isian Anda tersimpan: muat ulang, periksa, lalu kirim lagi.', en: 'This process has just been moved to another version, and its form has changed. What you typed is kept: reload, look through it, and send it again.' });

export const taskTaken = (): Problem => new Problem('task-taken', 409, { id: 'Tugas ini sudah diambil orang lain.', en: 'Someone else has claimed this task.' });

export const notClaimed = (): Problem => new Problem('task-not-claimed', 409, { id: 'Tugas ini tidak sedang Anda ambil.', en: 'You have not claimed this task.' });

export const requestIdTaken = (): Problem => new Problem('request-id-taken', 409, { id: 'Nomor permintaan ini sudah dipakai proses lain. Mulai lagi dari awal.', en: 'This request id belongs to another case already. Start again.' });

export const draftChanged = (version: number): Problem =>
  new Problem('draft-changed', 409, { id: 'Konsep ini telah disimpan dari tempat lain. Muat ulang sebelum melanjutkan.', en: 'This draft was saved elsewhere. Reload before you go on.' }, { version });

/** What does not fit, field by field, in the asker's language. */
export const submissionInvalid = (errors: readonly FormError[], language: Language): Problem =>
  new Problem('submission-invalid', 422, { id: 'Ada isian yang perlu diperbaiki.', en: 'Some fields need correction.' }, {
    errors: errors.map(({ path, component, message }) => ({ path, component, message: message[language] })),
  });
