import { SatuData } from '../../src/satu-data/index.js';
import { createProcedureTest, type ProcedureCase, type ProcedureTest } from '../../src/testing/index.js';
import { populationRows } from '../support/tables.js';
import { sixteenSteps, surroundings } from './sixteen-steps.mjs';

/** The shipped application as a procedure test; `npm run bench -- procedure-test` holds it to its time. */
describe('The 16 steps with one producer', () => {
  let test: ProcedureTest;
  let period: ProcedureCase<'pengelolaan-data'>;
  beforeAll(async () => {
    test = await createProcedureTest({ plugins: [SatuData], ...surroundings });
    period = await sixteenSteps(test, populationRows());
  });
  afterAll(() => test?.close());

  it('goes the straight way to the archive', async () => {
    expect(await period.state()).toBe('ended');
    expect(await period.path()).toEqual(expect.arrayContaining(['periode-dibuka', 'menyusun-daftar', 'memeriksa-permintaan', 'penyampaian', 'pengolahan', 'mengarsipkan', 'selesai']));
    expect(await period.path({ procedure: 'penyampaian-data', about: surroundings.offices.DUKCAPIL.name })).toEqual(expect.arrayContaining(['menyampaikan-data', 'memvalidasi', 'memverifikasi']));
    expect([await period.tasks(), await period.incidents()]).toEqual([[], []]);
  });

  it('wrote the mails and letters, with what was computed', async () => {
    expect((await period.mails()).map(({ subject }) => subject)).toEqual(expect.arrayContaining([expect.stringMatching(/^Permintaan data statistik sektoral /), expect.stringMatching(/^Tanda terima /)]));
    const result = (await period.letters()).find(({ template }) => template === 'surat-hasil-analisis');
    expect(result?.text).toContain('106,37');
    expect(result?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(result?.number).toMatch(/^\d+\/DISKOMINFO\/II\/2026$/);
  });
});
