import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { addToCoverage, readCoverage } from './coverage-folder.js';
import { Coverage } from './coverage.js';

const xml = readFileSync(join(__dirname, '../../../bpmn/penyampaian-data.bpmn'), 'utf8');
const passed = (elements: string[], flows: string[] = []) => ({ key: 'penyampaian-data', xml, elements, flows });

describe('coverage of diagrams', () => {
  it('sums what several processes have passed, the same diagram as one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tertib-coverage-'));
    await addToCoverage(folder, [passed(['menyampaikan-data'])]);
    await addToCoverage(folder, [passed(['memvalidasi', 'menyampaikan-data'], ['dari-disetujui-ke-menyampaikan-data'])]);
    const { diagrams, elements, flows } = await readCoverage(folder);
    const [{ missing } = { missing: [] }, none] = diagrams;
    const { length } = missing.filter(({ type }) => type === 'SequenceFlow');
    expect([none, elements, flows]).toEqual([undefined, 2 / (2 + missing.length - length), 1 / (1 + length)]);
    expect(missing).toContainEqual({ id: 'dari-semua-masuk-ke-menyampaikan-data', type: 'SequenceFlow', name: 'Belum' });
    rmSync(folder, { recursive: true });
    await expect(readCoverage(folder)).rejects.toThrow(`No coverage in ${folder}. Run the tests with  TERTIB_COVERAGE=${folder}`);
  });

  it('fails below a limit with all that is missing, and says nothing above it', async () => {
    const coverage = await Coverage.of([passed(['menyampaikan-data'])]);
    expect(() => coverage.assert({ elements: 0.02, flows: 0 })).not.toThrow();
    expect(() => coverage.assert({ elements: 0.9, flows: 0.5 })).toThrow(/^Too little of the procedures was tested: elements \d % of at least 90 %, flows 0 % of at least 50 %\.\n.*penyampaian-data {2}StartEvent/s);
    expect((await Coverage.of([])).elements).toBe(1);
  });

  it('draws every shape and flow where its author put it, in its colour', async () => {
    const coverage = await Coverage.of([passed(['menyampaikan-data'], ['dari-disetujui-ke-menyampaikan-data'])]);
    const { document } = new JSDOM(coverage.svg('penyampaian-data'), { contentType: 'image/svg+xml' }).window;
    const [diagram] = coverage.diagrams;
    expect(document.querySelectorAll('polyline.flow.passed, g.passed')).toHaveLength(2);
    expect(document.querySelectorAll('polyline.flow.missed, g.missed')).toHaveLength(diagram?.missing.length ?? 0);
    expect([...document.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(['Sistem', 'Kembalikan', '8. Memvalidasi data']));
    expect(() => coverage.svg('other')).toThrow('No diagram "other" was tested. There is: penyampaian-data.');
  });

  it('counts the way from an event-based gateway by the event that happened', async () => {
    const waiting = readFileSync(join(__dirname, '../../../examples/informasi-publik/bpmn/informasi-publik.bpmn'), 'utf8');
    const [diagram] = (await Coverage.of([{ key: 'informasi-publik', xml: waiting, elements: ['menunggu', 'masa-keberatan-habis'], flows: [] }])).diagrams;
    expect(diagram?.missing.map(({ id }) => id).filter((id) => ['ke-masa', 'ke-keberatan'].includes(id))).toEqual(['ke-keberatan']);
  });

  it('keeps names that hold markup as text', async () => {
    const hostile = await Coverage.of([{ ...passed([]), xml: xml.replace('name="Memvalidasi', 'name="&lt;script&gt;') }]);
    expect(hostile.svg('penyampaian-data')).not.toContain('<script');
  });
});
