import { HandlerCatalogue, type LetterEntry } from '../../../sdk/index.js';
import { diagramOf, END, flows, formOf, gateway, START, userTask } from '../../../../test/support/paper.js';
import { entryOf } from '../../../../test/support/catalogue.js';
import { formsIn } from '../check/fields.js';
import { readDiagrams } from '../read-diagrams.js';
import type { Resource } from '../resource.js';
import { exampleOf, letterScope } from './letter-scope.js';

const step = (id: string, topic: string, letter = ''): string =>
  `<bpmn:serviceTask id="${id}" name="${id.toUpperCase()}" camunda:type="external" camunda:topic="${topic}">${letter && `<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="letter">${letter}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>`}</bpmn:serviceTask>`;
const call = (id: string, called: string): string => `<bpmn:callActivity id="${id}" calledElement="${called}" camunda:calledElementBinding="deployment" />`;
const values = (letter: string, ...topics: string[]): LetterEntry => ({ letter, topics, example: { [letter]: '1' }, names: {}, source: letter });

const scopeOf = async (key: string, letters: LetterEntry[], ...resources: Resource[]) => {
  const diagrams = await readDiagrams(resources);
  const forms = new Map(formsIn(resources).map((form) => [form.key, form]));
  const scope = letterScope(key, { diagrams, forms, handlers: new HandlerCatalogue(['buat', 'kirim'].map((topic) => entryOf(topic, topic === 'buat' ? { aliases: ['lama'] } : {})), letters) });
  return { ...scope, names: scope.steps.map(({ elementId }) => elementId), forms: Object.keys(exampleOf(scope)['isian'] as object) };
};

describe('what a letter may name', () => {
  it('comes from the forms that a case may have passed before its step, and from no other', async () => {
    const main = diagramOf('uji', START + userTask('a', 'satu') + gateway('g') + userTask('b', 'dua') + userTask('c', 'tiga') + step('s', 'buat', 'surat') + userTask('d', 'empat') + END + flows(['mulai', 'a'], ['a', 'g'], ['g', 'b', "x == '1'"], ['g', 'c'], ['b', 's'], ['c', 'selesai'], ['s', 'd'], ['d', 'selesai']));
    const scope = await scopeOf('surat', [values('*', 'buat')], main, ...['satu', 'dua', 'tiga', 'empat'].map((key) => formOf(key, 'x')));
    expect([scope.names, scope.forms, scope.values?.letter]).toEqual([['s'], ['dua', 'satu'], '*']);
  });

  it('goes on to what called the procedure, and comes back by a loop', async () => {
    const main = diagramOf('uji', START + userTask('a', 'satu') + call('p', 'anak') + userTask('b', 'dua') + END + flows(['mulai', 'a'], ['a', 'p'], ['p', 'b'], ['b', 'selesai']));
    const child = diagramOf('anak', START + step('s', 'kirim') + userTask('c', 'tiga') + gateway('g') + END + flows(['mulai', 's'], ['s', 'c'], ['c', 'g'], ['g', 's', "x == '1'"], ['g', 'selesai']));
    const scope = await scopeOf('mail-x', [values('mail-x', 'kirim')], main, child, ...['satu', 'dua', 'tiga'].map((key) => formOf(key, 'x')));
    expect([scope.names, scope.forms, scope.procedures]).toEqual([['s'], ['satu', 'tiga'], ['anak', 'uji']]);
  });

  it('tells a step that draws a letter from one that is about it, and knows a topic by its former name', async () => {
    const letters = [values('surat', 'buat'), values('mail-x', 'kirim')];
    const main = diagramOf('uji', START + step('s', 'lama', 'surat') + step('t', 'kirim', 'surat') + step('u', 'buat', 'lain') + END + flows(['mulai', 's'], ['s', 't'], ['t', 'u'], ['u', 'selesai']));
    expect((await scopeOf('surat', letters, main)).names).toEqual(['s']);
    expect((await scopeOf('mail-x', letters, main)).names).toEqual(['t']);
    expect(await scopeOf('lain', letters, main)).toMatchObject({ names: ['u'], values: null });
    expect(await scopeOf('tidak-ada', [...letters, values('*', 'buat')], main)).toMatchObject({ names: [], values: null, procedures: [] });
  });
});
