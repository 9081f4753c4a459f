import { diagramOf, END, flows, gateway, START, userTask } from '../../../../test/support/paper.js';
import { after, between, targets, waysIn } from './ways.js';

const LOOP = '<bpmn:multiInstanceLoopCharacteristics camunda:collection="daftar" camunda:elementVariable="satu" />';
const TIMER = '<bpmn:boundaryEvent id="batas" name="Batas waktu" attachedToRef="periksa"><bpmn:timerEventDefinition /></bpmn:boundaryEvent>';
const INNER = `<bpmn:subProcess id="kotak" name="Kotak">${userTask('dalam')}</bpmn:subProcess>`;
const CONTENT = START + userTask('periksa') + TIMER + gateway('baik') + userTask('perbaiki') + userTask('bagi', '', LOOP) + INNER + userTask('paraf') + END;
const FLOWS = flows(['mulai', 'periksa'], ['periksa', 'baik'], ['baik', 'perbaiki', "a == 'b'"], ['perbaiki', 'periksa'], ['baik', 'bagi'], ['bagi', 'kotak'], ['kotak', 'paraf'], ['paraf', 'selesai'], ['batas', 'paraf']);

describe('the ways of a diagram', () => {
  const ways = waysIn(diagramOf('uji', CONTENT + FLOWS).content);

  it('lead to what can come after, loops and events at a step included', async () => {
    expect([...after(await ways, 'bagi')].toSorted()).toEqual(['kotak', 'paraf', 'selesai']);
    expect(after(await ways, 'periksa').has('periksa')).toBe(true);
    expect(after(await ways, 'selesai').size).toBe(0);
    expect((await ways).attached.get('periksa')).toEqual(['Batas waktu']);
  });

  it('tell what lies between two steps', async () => {
    expect(between(await ways, 'perbaiki', 'paraf')).toEqual(['PERIKSA', 'BAGI']);
    expect(between(await ways, 'paraf', 'periksa')).toEqual([]);
  });

  it('end at work of the same scope that is done once', async () => {
    expect(targets(await ways).map(({ elementId }) => elementId)).toEqual(['periksa', 'perbaiki', 'paraf']);
  });
});
