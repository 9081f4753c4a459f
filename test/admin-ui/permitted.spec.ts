import { ALLOWED } from '../../src/platform/releases/diagram/allow-list.js';
import { permittedEntries } from '../../admin-ui/src/features/editors/diagram/permitted.js';

const permitted = new Set(Object.keys(ALLOWED));
const entries = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { description: 'For programmers' }]));
const left = (...names: string[]) => Object.keys(permittedEntries(entries(...names), permitted));

describe('what the editor offers', () => {
  it('is what the server lets pass, wherever it is offered', () => {
    expect(left('create-user-task', 'append-service-task', 'replace-with-exclusive-gateway', 'append.timer-intermediate-event', 'toggle-parallel-mi', 'replace-with-default-flow', 'hand-tool')).toHaveLength(7);
    expect(left('create-script-task', 'append-receive-task', 'replace-with-rule-task', 'replace-with-complex-gateway', 'create-transaction', 'create-link-intermediate-catch', 'replace-with-compensation-boundary', 'create.task', 'append.append-task', 'append.compensation-activity', 'toggle-loop', 'set-color')).toEqual([]);
  });

  it('is looked into in groups; one of which nothing is left goes', () => {
    const found = permittedEntries({ tasks: { entries: entries('create-user-task', 'create-manual-task') }, odd: { entries: entries('create-link-intermediate-catch') } }, permitted);
    expect(found).toEqual({ tasks: { entries: { 'create-user-task': {} } } });
  });

  it('follows the server’s list', () => {
    expect(Object.keys(permittedEntries(entries('create-user-task', 'create-none-end-event'), new Set(['bpmn:EndEvent'])))).toEqual(['create-none-end-event']);
  });
});
