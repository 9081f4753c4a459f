import { flowElements, parseDiagram, processesOf } from '../diagram/model.js';
import { Ways } from './paths.js';

const HEAD = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><bpmn:process id="p" isExecutable="true">';
const element = (kind: string, id: string, inside = '', more = ''): string => `<bpmn:${kind} id="${id}" ${more}>${inside}</bpmn:${kind}>`;
/** `a>b` for each flow, inside whichever container the text stands. */
const flows = (...pairs: string[]): string => pairs.map((pair) => pair.split('>')).map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`).join('');

/** Ids that a case leaves with `isi` not done. The parser joins elements and flows by `incoming` and `outgoing` only where they are written: here they are put in. */
async function undone(body: string): Promise<string[]> {
  const { definitions } = await parseDiagram(`${HEAD}${body}</bpmn:process></bpmn:definitions>`);
  const [process] = processesOf(definitions);
  if (!process) throw new Error('no process');
  for (const flow of [...flowElements(process)].filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    for (const [end, side] of [['sourceRef', 'outgoing'], ['targetRef', 'incoming']] as const) {
      const node = flow[end] as { [property: string]: unknown };
      node[side] = [...((node[side] as unknown[] | undefined) ?? []), flow];
    }
  }
  const left = new Ways(process).leftUndone(({ id }) => id === 'isi');
  return [...left].map(({ id }) => String(id));
}

const two = element('startEvent', 's') + element('userTask', 'isi') + element('userTask', 'lain') + element('endEvent', 'e');

describe('ways through a process', () => {
  it('end where it is done', async () => {
    expect(await undone(two + flows('s>isi', 'isi>lain', 'lain>e'))).toEqual(['s']);
  });

  it('go on through a gateway of which one way does it', async () => {
    const body = two + element('exclusiveGateway', 'g') + element('exclusiveGateway', 'h');
    expect(await undone(body + flows('s>g', 'g>isi', 'g>lain', 'isi>h', 'lain>h', 'h>e'))).toEqual(expect.arrayContaining(['h', 'e']));
  });

  it('wait at a join for the one that does it', async () => {
    const body = two + element('parallelGateway', 'g') + element('parallelGateway', 'h');
    const left = await undone(body + flows('s>g', 'g>isi', 'g>lain', 'isi>h', 'lain>h', 'h>e'));
    expect(left).toContain('lain');
    expect(left).not.toContain('h');
  });

  it('come round in a loop', async () => {
    expect(await undone(two + element('exclusiveGateway', 'g') + flows('s>g', 'g>isi', 'isi>lain', 'lain>g'))).toEqual(['s', 'g']);
  });

  it('leave an activity that is broken off, and a part that is broken off by an error', async () => {
    const part = element('subProcess', 'bagian', element('startEvent', 't') + element('userTask', 'isi') + element('endEvent', 'u') + flows('t>isi', 'isi>u'));
    const body = element('startEvent', 's') + part + element('boundaryEvent', 'batas', '', 'attachedToRef="bagian"') + element('endEvent', 'e') + element('endEvent', 'f');
    const left = await undone(body + flows('s>bagian', 'bagian>e', 'batas>f'));
    expect(left).toEqual(expect.arrayContaining(['batas', 'f']));
    expect(left).not.toContain('e');
  });

  it('leave a part at its ends, but not at one that fails', async () => {
    const failing = (ending: string) => element('startEvent', 's') + element('subProcess', 'bagian', element('startEvent', 't') + element('endEvent', 'u', ending) + flows('t>u')) + element('endEvent', 'e') + flows('s>bagian', 'bagian>e');
    for (const ending of ['', '<bpmn:terminateEventDefinition id="x" />']) expect(await undone(failing(ending))).toContain('e');
    expect(await undone(failing('<bpmn:errorEventDefinition id="x" />'))).not.toContain('e');
  });

  it('begin in an event subprocess at any moment', async () => {
    const body = two + element('subProcess', 'batal', element('startEvent', 'b') + element('endEvent', 'c') + flows('b>c'), 'triggeredByEvent="true"');
    expect(await undone(body + flows('s>isi', 'isi>lain', 'lain>e'))).toEqual(expect.arrayContaining(['b', 'c']));
  });
});
