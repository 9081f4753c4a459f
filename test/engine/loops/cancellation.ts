import { delivered } from '../../support/answers.js';
import { RequestFailed } from '../../support/people.js';
import type { Stage } from '../../support/stage.js';
import { populationCsv } from '../../support/tables.js';
import { askProducers, bagOf, datasetOf, listed, openPeriod, requestState } from './procedure.js';

const REASON = 'Periode dibuka dengan cakupan yang salah';

/** A period ended before its time archives what there is. */
export const cancellation = (stage: () => Stage): void =>
  describe('a period that is cancelled', () => {
    let caseId: string;
    const cancel = async (username: string, reason = REASON) => (await stage().who(username)).post(`/api/cases/${caseId}/cancel`, { reason });

    beforeAll(async () => {
      caseId = await openPeriod(stage(), 'Periode yang dibatalkan');
      await stage().act(caseId, 'staf', 'menyusun-daftar', { answer: listed(/penduduk|puskesmas/i) });
      await askProducers(stage(), caseId);
      await stage().act(caseId, 'operator.dukcapil', 'menyampaikan-data', {
        answer: async (task) => {
          const [row = {}] = task.data['dataset'] as Record<string, unknown>[];
          const file = await stage().upload(task, 'operator.dukcapil', 'penduduk.csv', Buffer.from(populationCsv()));
          return { dataset: [{ ...delivered(row, []), tabel: { datasetId: row['datasetId'], fileId: file.id } }] };
        },
      });
      await stage().act(caseId, 'pimpinan.dukcapil', 'memvalidasi');
      await stage().task(caseId, 'memverifikasi');
    });

    it('is cancelled by who may open one, with a reason, once', async () => {
      await expect(cancel('staf')).rejects.toMatchObject({ status: 403 });
      await expect(cancel('operator.dukcapil')).rejects.toMatchObject({ status: 403 });
      await expect(cancel('kadis', '')).rejects.toBeInstanceOf(RequestFailed);
      await cancel('kadis');
      await expect(cancel('kadis')).rejects.toMatchObject({ status: 409, body: { code: 'case-over' } });
      await stage().caseIs(caseId, 'cancelled');
    });

    it('takes the open tasks and requests with it', async () => {
      const states = await stage().records.query(`SELECT DISTINCT state FROM tasks WHERE "caseId" = ? AND "elementId" IN ('memverifikasi', 'menyampaikan-data') ORDER BY state`, [caseId]);
      expect(states).toEqual([{ state: 'cancelled' }, { state: 'completed' }]);
      expect(await stage().records.query(`SELECT id FROM tasks WHERE "caseId" = ? AND state IN ('open', 'completing')`, [caseId])).toEqual([]);
      for (const title of ['Penduduk', 'Puskesmas']) {
        const dataset = await datasetOf(stage(), caseId, title);
        expect([dataset.state, await requestState(stage(), caseId, dataset.officeId)]).toEqual(['cancelled', 'cancelled']);
      }
    });

    it('leaves one valid bag: list, letters, what a leader had validated, decisions and the reason', async () => {
      const { problems, files, info } = await bagOf(stage(), caseId);
      expect(problems).toEqual([]);
      expect([info.get('External-Identifier'), info.get('Internal-Sender-Description')]).toEqual([caseId, 'dibatalkan']);
      const kinds = [...files.keys()].filter((path) => path.startsWith('surat/')).map((path) => path.replace(/^surat\/[0-9a-f-]{36}-|\.pdf$/g, ''));
      expect(kinds.sort()).toEqual(['surat-permintaan-bps', 'surat-permintaan-produsen', 'surat-permintaan-produsen', 'surat-tugas', 'tanda-terima']);
      expect(JSON.parse(files.get('metadata/daftar-data.json')?.toString() ?? '')).toHaveLength(2);
      expect([...files].filter(([path]) => path.startsWith('penyampaian/')).map(([, content]) => content.toString())).toEqual([populationCsv()]);
      expect(files.get('keputusan/isian.json')?.toString()).toContain('"hasilKoreksi": "sesuai"');
      expect(files.get('audit/jejak-audit.json')?.toString()).toContain(REASON);
    });
  });
