import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf, END, flows, START, userTask } from '../../../../test/support/paper.js';
import { onlyThrough, referenceWays } from './reference-ways.js';

const without = async (diagram: string | { content: string }) => Object.fromEntries([...onlyThrough(await referenceWays(typeof diagram === 'string' ? diagram : diagram.content))].map(([step, behind]) => [step, [...behind].toSorted()]));

describe('what nobody can come to without a step', () => {
  it('is all behind it on a straight way', async () => {
    const xml = diagramOf('uji', START + userTask('a') + userTask('b') + END + flows(['mulai', 'a'], ['a', 'b'], ['b', 'selesai']));
    expect(await without(xml)).toEqual({ a: ['b', 'selesai'], b: ['selesai'] });
  });

  it('is nothing behind one of several ways; with a way back it is the same', async () => {
    const xml = diagramOf('uji', `${START + userTask('a') + userTask('b') + userTask('c')}<bpmn:exclusiveGateway id="pilih" />${END}${flows(['mulai', 'pilih'], ['pilih', 'a'], ['pilih', 'b'], ['a', 'c'], ['b', 'c'], ['c', 'pilih'], ['c', 'selesai'])}`);
    expect(await without(xml)).toEqual({ a: [], b: [], c: ['selesai'] });
  });

  it('is all behind a gateway that waits for both ways', async () => {
    const xml = diagramOf('uji', `${START}<bpmn:parallelGateway id="bagi" />${userTask('a')}${userTask('b')}<bpmn:parallelGateway id="temu" />${END}${flows(['mulai', 'bagi'], ['bagi', 'a'], ['bagi', 'b'], ['a', 'temu'], ['b', 'temu'], ['temu', 'selesai'])}`);
    expect(await without(xml)).toEqual({ a: ['selesai', 'temu'], b: ['selesai', 'temu'] });
  });

  it('goes into frames and out of them, in the diagrams that we ship', async () => {
    const shipped = await without(readFileSync(join(__dirname, '../../../../bpmn/penyampaian-data.bpmn'), 'utf8'));
    expect(shipped['menyampaikan-data']).toContain('memvalidasi');
    expect(shipped['memverifikasi']).toContain('teruskan-data');
  });
});
