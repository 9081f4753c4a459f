import type { FormDefinition } from '../forms/index.js';
import { packageRoot } from '../kernel/package-root.js';
import { procedureFacts, type ProcedureFacts } from './procedure-facts.js';
import { readDiagrams } from './read-diagrams.js';
import { shippedResources } from './shipped-resources.js';

describe('what the shipped diagrams say of their procedures', () => {
  let facts: ReadonlyMap<string, ProcedureFacts>;
  beforeAll(async () => {
    const resources = shippedResources(packageRoot());
    const forms = new Map(resources.filter(({ kind }) => kind === 'form').map(({ key, content }) => [key, JSON.parse(content) as FormDefinition]));
    facts = new Map(procedureFacts(await readDiagrams(resources), forms).map((one) => [one.key, one]));
  });

  it('who waits for which message', () => {
    expect([...facts.values()].map(({ key, messages }) => [key, messages])).toEqual([['pengelolaan-data', ['periode.batalkan']], ['pengolahan-dataset', []], ['penyampaian-data', ['penyampaian.ditarik']]]);
  });

  it('how each begins', () => {
    expect(facts.get('pengelolaan-data')).toMatchObject({ startForm: 'periode', given: [] });
    expect(facts.get('penyampaian-data')).toMatchObject({ startForm: null, given: ['producer', 'batasWaktu', 'waktuPengingat', 'tahap'] });
  });

  it('which form completes which task', () => {
    expect(facts.get('penyampaian-data')?.tasks.get('memverifikasi')).toEqual({ name: '9. Memverifikasi data dari produsen', form: 'verifikasi' });
  });

  it('where variables come from', () => {
    const period = facts.get('pengelolaan-data');
    expect(period?.variables.get('hasilKoreksi')).toEqual([{ from: 'form', form: 'koreksi' }]);
    expect(period?.variables.get('producers')).toEqual([{ from: 'list' }]);
    expect(period?.variables.get('jumlahLengkap')).toEqual([]);
    expect(period?.locals).toEqual(new Set(['dataset', 'producer']));
    expect(facts.get('penyampaian-data')?.variables.get('batasWaktu')).toEqual(expect.arrayContaining([{ from: 'date' }, { from: 'variable', procedure: 'pengelolaan-data', name: 'batasWaktu' }]));
  });
});
