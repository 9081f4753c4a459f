import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormComponent, FormDefinition } from '../../admin-ui/src/api/index.js';
import { eachComponent, togetherIn } from '../../admin-ui/src/shared/formio/prepare.js';

const folder = join(__dirname, '../../forms');
const askedIn = (form: string): FormComponent[] => {
  const found: FormComponent[] = [];
  eachComponent(togetherIn((JSON.parse(readFileSync(join(folder, form), 'utf8')) as FormDefinition).components), (component) => found.push(component));
  return found;
};
const keys = (form: string) => askedIn(form).map(({ key }) => key);

describe('what several tasks of the same step are asked together', () => {
  it('is nothing that each of them has its own of', () => {
    expect(keys('diseminasi.json')).toEqual(['kataKunci', 'sudahDiperiksa']);
    expect(keys('kelayakan.json')).toEqual(expect.arrayContaining(['hasilKelayakan', 'mutuAkurasi', 'catatan']));
    expect(keys('kelayakan.json').filter((key) => /^(surat|hasil|uraian|fakta\w+)$/.test(key))).toEqual([]);
  });

  it('leaves out what a group of fields marks, and keeps the group', () => {
    const field = (key: string, more: object = {}): FormComponent => ({ key, type: 'textfield', ...more });
    expect(togetherIn([{ key: 'kelompok', type: 'panel', components: [field('satu', { notTogether: true }), field('dua')] }])).toEqual([{ key: 'kelompok', type: 'panel', components: [field('dua')] }]);
  });

  it('leaves out what the columns of a layout mark, and keeps the columns', () => {
    const archive = JSON.parse(readFileSync(join(folder, 'arsip.json'), 'utf8')) as FormDefinition;
    eachComponent(archive.components, (component) => component.key === 'retensiAktif' && (component['notTogether'] = true));
    const [layout] = togetherIn(archive.components).filter(({ key }) => key === 'retensi');
    expect(layout?.columns?.map((column) => column.components?.map(({ key }) => key))).toEqual([[], ['retensiInaktif']]);
    expect(togetherIn([{ key: 'isian', type: 'datagrid', columns: [{ key: 'a', label: 'A' }] } as unknown as FormComponent])).toEqual([{ key: 'isian', type: 'datagrid', columns: [{ key: 'a', label: 'A' }] }]);
  });

  it('proposes no access class: each data set keeps its own', () => {
    expect(askedIn('perintah-publikasi.json').find(({ key }) => key === 'kelasAkses')).not.toHaveProperty('defaultValue');
  });
});
