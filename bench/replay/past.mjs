import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';

/** Finished cases of the shipped procedure, as the feed leaves them in the read model; made here, without an engine. */

/** @typedef {[id: string, type: string, answer?: [form: string, variable: string, value: string]]} Step */

const [USER, WORK, GATE, END] = ['userTask', 'serviceTask', 'exclusiveGateway', 'noneEndEvent'];

/** @type {(judgement: string) => Step[]} */
const LIST = (judgement) => [['menyusun-daftar', USER, ['daftar-data', '', '']], ['mengoreksi-daftar', USER, ['koreksi', 'hasilKoreksi', judgement]], ['daftar-sesuai', GATE]];
/** @type {(twice: boolean) => Step[]} */
const PERIOD = (twice) => [
  ['periode-dibuka', 'startEvent'], ['membuka-periode', WORK], ['menugaskan-kabid', USER, ['penugasan', '', '']], ['terbitkan-surat-tugas', WORK], ['mengarahkan-kasi', USER, ['penugasan', '', '']], ['mengarahkan-staf', USER, ['penugasan', '', '']],
  ...(twice ? LIST('tidak_sesuai') : []), ...LIST('sesuai'),
  ['siapkan-surat-bps', WORK], ['mengirim-permintaan-bps', USER, ['kirim-surat', '', '']], ['kirimkan-surat-bps', WORK], ['memeriksa-permintaan', USER, ['pemeriksaan-permintaan', 'hasilPemeriksaan', 'sesuai']], ['permintaan-sesuai', GATE],
  ['siapkan-permintaan', WORK], ['mengirim-permintaan', USER, ['kirim-permintaan', '', '']], ['sampaikan-permintaan', WORK], ['penyampaian', 'callActivity'], ['tutup-pengumpulan', WORK], ['ada-data-lengkap', GATE], ['pengolahan', 'callActivity'],
  ['mengarsipkan', USER, ['arsip', '', '']], ['simpan-arsip', WORK], ['selesai', END],
];
/** @type {Step[]} */
const PRODUCER = [
  ['permintaan-diterima', 'startEvent'], ['penyampaian-berbatas', 'subProcess'], ['mulai-penyampaian', 'startEvent'], ['menyampaikan-data', USER, ['penyampaian-data', '', '']], ['memvalidasi', USER, ['validasi-pimpinan', 'hasilValidasi', 'setuju']], ['disetujui', GATE], ['daftarkan-penyampaian', WORK], ['semua-masuk', GATE], ['penyampaian-selesai', END],
  ['memeriksa-otomatis', WORK], ['memverifikasi', USER, ['verifikasi', 'hasilVerifikasi', 'lengkap']], ['data-lengkap', GATE], ['teruskan-data', WORK], ['selesai', END],
];
/** @type {Step[]} */
const DATASET = [
  ['dataset-lengkap', 'startEvent'], ['menghitung-analisis', WORK], ['menganalisis', USER, ['analisis', '', '']], ['memeriksa-analisis', USER, ['pemeriksaan-analisis', 'hasilAnalisis', 'sesuai']], ['analisis-sesuai', GATE], ['siapkan-surat-hasil', WORK], ['mengirim-analisis', USER, ['kirim-surat', '', '']], ['kirimkan-surat-hasil', WORK],
  ['memverifikasi-kelayakan', USER, ['kelayakan', 'hasilKelayakan', 'layak']], ['layak-publikasi', GATE], ['memerintahkan-publikasi', USER, ['perintah-publikasi', 'keputusanPublikasi', 'publikasikan']], ['akan-dipublikasikan', GATE], ['menunggu-rilis', 'intermediateTimer'], ['mendiseminasikan', USER, ['diseminasi', '', '']], ['publikasikan-data', WORK], ['dipublikasikan', END],
];
const CALLED = [{ of: 'penyampaian', key: 'penyampaian-data', steps: PRODUCER, times: 3, variables: { semuaMasuk: true, hasilValidasi: 'setuju', hasilVerifikasi: 'lengkap' } }, { of: 'pengolahan', key: 'pengolahan-dataset', steps: DATASET, times: 2, variables: { hasilAnalisis: 'sesuai', hasilKelayakan: 'layak', keputusanPublikasi: 'publikasikan' } }];
const MINUTE = 60_000;
const BEGUN = Date.parse('2026-01-05T01:00:00Z');

/** @type {Map<string, Record<string, string>>} */
const known = new Map();

/**
 * An answer with something in each field, as people leave it.
 *
 * @param {string} form
 */
function filled(form) {
  const before = known.get(form);
  if (before) return before;
  const keys = [...readFileSync(join(root, 'forms', `${form}.json`), 'utf8').matchAll(/"key": "(\w+)"/g)].map(([, key]) => [key, '2026-01-05T01:00:00Z']);
  const data = Object.fromEntries(keys);
  known.set(form, data);
  return data;
}

/**
 * The rows of one case. Every fifth list of data was sent back once.
 *
 * @param {number} number
 */
export function caseRows(number) {
  const id = `kasus-${number}`;
  const at = new Date(BEGUN + number * MINUTE);
  /** @type {Record<string, object[]>} */
  const rows = { CaseEntity: [], InstanceEntity: [], ActivityEntity: [], SubmissionEntity: [], CommandEntity: [] };
  const command = (/** @type {string} */ key, /** @type {string} */ kind, /** @type {object} */ variables) =>
    rows['CommandEntity']?.push({ id: `${id}/p${rows['CommandEntity'].length}`, key, caseId: id, kind, payload: { variables }, state: 'done', attempts: 1, refusals: 0, nextAt: at, leaseOwner: null, leaseUntil: null, error: null, createdAt: at, doneAt: at, correlationId: null });
  const activity = (/** @type {string} */ instanceId, /** @type {Step} */ [elementId, type], /** @type {number} */ from, /** @type {number} */ to, more = {}) =>
    rows['ActivityEntity']?.push({ id: `${id}/a${rows['ActivityEntity'].length}`, instanceId, elementId, type, startedAt: new Date(BEGUN + from * MINUTE), endedAt: new Date(BEGUN + to * MINUTE), canceled: false, calledInstanceId: null, taskId: null, ...more });
  const walk = (/** @type {string} */ instanceId, /** @type {string} */ key, /** @type {readonly Step[]} */ steps, /** @type {object} */ variables, /** @type {number} */ begin) => {
    rows['InstanceEntity']?.push({ id: instanceId, caseId: id, parentId: null, definitionId: key, processKey: key, superElementId: null, state: 'completed', startedAt: at, endedAt: at, variables, officeId: null, label: null });
    let time = begin;
    for (const step of steps) {
      const [elementId, type, answer] = step;
      const called = CALLED.find((one) => one.of === elementId && type === 'callActivity');
      const taskId = answer ? `${instanceId}/${elementId}/${time}` : null;
      const lasts = called ? called.steps.length + 1 : type === 'subProcess' ? 7 : 1;
      if (called) {
        activity(instanceId, [`${elementId}#multiInstanceBody`, 'multiInstanceBody'], time, time + lasts);
        for (let child = 0; child < called.times; child++) {
          const childId = `${instanceId}/${called.key}/${child}`;
          activity(instanceId, step, time, time + lasts, { calledInstanceId: childId });
          walk(childId, called.key, called.steps, called.variables, time);
        }
      } else activity(instanceId, step, time, time + lasts, { taskId });
      if (answer && taskId) {
        const [formKey, variable, value] = answer;
        const given = variable ? { [variable]: value } : {};
        rows['SubmissionEntity']?.push({ id: `${id}/s${rows['SubmissionEntity'].length}`, caseId: id, taskId, instanceId, formKey, releaseId: 'r1', elementId, taskName: elementId, step: null, officeId: null, userId: 'u', userName: 'u', at, data: { ...filled(formKey), ...given, catatan: 'Sesuai dengan arahan pimpinan. '.repeat(5) }, hash: '' });
        command(`complete:${taskId}`, 'complete', given);
      }
      // What runs inside a frame begins with it.
      time += type === 'subProcess' ? 0 : lasts;
    }
  };
  rows['CaseEntity']?.push({ id, startKey: null, title: `Periode ${number}`, procedureKey: 'pengelolaan-data', releaseId: 'r1', state: 'ended', rootInstanceId: `${id}/akar`, startedBy: null, startedByName: null, startedAt: at, endedAt: at, cancelReason: null });
  rows['SubmissionEntity']?.push({ id: `${id}/mulai`, caseId: id, taskId: null, instanceId: null, formKey: 'periode', releaseId: 'r1', elementId: null, taskName: '', step: null, officeId: null, userId: 'u', userName: 'u', at, data: { judul: `Periode ${number}`, tahun: 2026, cakupan: 'semua' }, hash: '' });
  command(`start:${id}`, 'start', { hasilKoreksi: null, hasilPemeriksaan: null, jumlahLengkap: null });
  walk(`${id}/akar`, 'pengelolaan-data', PERIOD(number % 5 === 0), { hasilKoreksi: 'sesuai', hasilPemeriksaan: 'sesuai', jumlahLengkap: 3 }, number);
  return rows;
}
