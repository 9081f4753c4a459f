import { diagram } from '../../../../test/security/diagram-attacks.js';
import { readDiagram } from '../diagram/diagram-summary.js';
import { formUses, pageUses } from './form-uses.js';

const usesOf = async (xml: string) => formUses([await readDiagram(xml)], 'uji');

describe('where people meet a form', () => {
  it('is each step that has it, once for each role', async () => {
    const xml = diagram({ attributes: { tugas: 'camunda:candidateGroups="kasi, kabid"' } });
    expect(await usesOf(xml)).toMatchObject([{ task: 'tugas', role: 'kasi' }, { task: 'tugas', role: 'kabid' }]);
  });

  it('is the start of a procedure, for whoever may start it', async () => {
    const summary = { ...(await readDiagram(diagram())), elements: new Map(), startForm: 'uji', name: 'Uji' };
    expect(formUses([{ ...summary, starters: ['kasi'] }, { ...summary, starters: [] }], 'uji')).toEqual([{ procedure: 'Uji', task: '', role: 'kasi' }, { procedure: 'Uji', task: '', role: null }]);
  });

  it('is a page of the admin that draws it', () => {
    const page = (id: string, form: string) => ({ page: { id, en: id }, form, fields: [] });
    expect(pageUses([page('Daftar', 'uji'), page('Daftar', 'uji'), page('Salinan', 'uji'), page('Lain', 'lain')], 'uji')).toEqual([{ procedure: '', task: 'Daftar', role: null }, { procedure: '', task: 'Salinan', role: null }]);
  });

  it('is where somebody records for another, too; and nowhere else', async () => {
    const { elements, ...rest } = await readDiagram(diagram());
    const [task] = [...elements.values()].filter(({ formKey }) => formKey === 'uji');
    const recorded = new Map([['t', { ...task, properties: { recordedBy: 'operator' }, role: 'pimpinan' }]]) as typeof elements;
    expect(formUses([{ ...rest, elements: recorded }], 'uji').map(({ role }) => role)).toEqual(['pimpinan', 'operator']);
    expect(formUses([{ ...rest, elements }], 'lain')).toEqual([]);
  });
});
