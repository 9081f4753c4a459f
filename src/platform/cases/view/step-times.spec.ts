import { HeavyReads } from '../../kernel/index.js';
import { diagram } from '../../../../test/security/diagram-attacks.js';
import { operateWorld, type OperateWorld } from '../../../../test/support/operate-world.js';
import { InstanceEntity } from '../entities/index.js';
import { StepTimesView } from './step-times.js';

const marked = '<bpmn:extensionElements><camunda:properties><camunda:property name="fase" value="a" /></camunda:properties></bpmn:extensionElements>';

describe('how long the steps of a case took', () => {
  let world: OperateWorld;
  let reads: HeavyReads;
  beforeEach(async () => {
    world = await operateWorld();
    reads = new HeavyReads(world.database);
    await world.release('r1', 1, 'live', [{ path: 'bpmn/uji.bpmn', kind: 'diagram', key: 'uji', content: diagram({ inside: { tugas: marked } }) }]);
  });
  afterEach(async () => {
    await reads.onModuleDestroy();
    await world.close();
  });
  const times = (caseId = 'c1') => new StepTimesView(reads, world.facts, world.clock).of(caseId);

  it('is added up by step, with what the diagram says of it; what is not over counts until now', async () => {
    await world.tell('c1', { passed: [{ element: 'tugas', from: 10, to: 8 }, { element: 'tugas', from: 3 }, { element: 'otomatis', from: 4, to: 3, type: 'serviceTask' }, { element: 'mulai', from: 10, to: 10, type: 'startEvent' }] });
    await world.tell('c2', { passed: [{ element: 'tugas', from: 90, to: 1 }] });
    expect(await times()).toMatchObject([
      { processKey: 'uji', elementId: 'tugas', properties: { fase: 'a' }, count: 2, open: 1, seconds: 5 * 3600, firstAt: world.ago(10), lastAt: world.ago(3) },
      { elementId: 'otomatis', properties: {}, count: 1, open: 0, seconds: 3600 },
    ]);
    expect(await times('tidak-ada')).toEqual([]);
  });

  it('ends with its process, where the engine ended it in the middle; a step that no diagram has is called by its id', async () => {
    await world.tell('c1', { row: { endedAt: world.ago(2), state: 'cancelled' }, passed: [{ element: 'hilang', from: 4 }] });
    await world.database.tx((db) => db.update(InstanceEntity, { caseId: 'c1' }, { definitionId: 'lain' }));
    expect(await times()).toMatchObject([{ name: 'hilang', count: 1, open: 0, seconds: 2 * 3600, properties: {} }]);
  });
});
