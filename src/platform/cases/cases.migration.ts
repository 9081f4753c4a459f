import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column } from '../kernel/index.js';

const maybe = { isNullable: true };

interface Definition {
  readonly columns: TableColumnOptions[];
  readonly indices?: readonly (readonly [name: string, columns: string[], unique?: boolean])[];
}

const TABLES: Readonly<Record<string, Definition>> = {
  cases: {
    columns: [
      column.primary(),
      column.string('startKey', 255, maybe),
      column.string('title'),
      column.string('procedureKey', 100),
      column.id('releaseId'),
      column.string('state', 20),
      column.id('rootInstanceId', maybe),
      column.id('startedBy', maybe),
      column.string('startedByName', 255, maybe),
      column.time('startedAt'),
      column.time('endedAt', maybe),
      column.text('cancelReason', maybe),
    ],
    indices: [['cases_start_key', ['startKey'], true], ['cases_state', ['state', 'startedAt']]],
  },
  case_instances: {
    columns: [
      column.primary(),
      column.id('caseId'),
      column.id('parentId', maybe),
      column.string('definitionId', 200),
      column.string('processKey', 100),
      column.string('superElementId', 200, maybe),
      column.string('state', 20),
      column.time('startedAt'),
      column.time('endedAt', maybe),
      column.json('variables'),
      column.id('officeId', maybe),
      column.string('label', 255, maybe),
    ],
    indices: [['case_instances_case', ['caseId']], ['case_instances_office', ['officeId', 'caseId']]],
  },
  case_activities: {
    columns: [
      column.string('id', 255, { isPrimary: true }),
      column.id('instanceId'),
      column.string('elementId', 200),
      column.string('type', 60),
      column.time('startedAt'),
      column.time('endedAt', maybe),
      column.boolean('canceled'),
      column.id('calledInstanceId', maybe),
      column.id('taskId', maybe),
    ],
    indices: [['case_activities_instance', ['instanceId', 'endedAt']], ['case_activities_called', ['calledInstanceId']]],
  },
  tasks: {
    columns: [
      column.primary(),
      column.id('caseId'),
      column.id('instanceId'),
      column.string('elementId', 200),
      column.string('name'),
      column.string('formKey', 100, maybe),
      column.id('role', maybe),
      column.id('recordedBy', maybe),
      column.id('officeId', maybe),
      column.string('step', 20, maybe),
      column.string('state', 20),
      column.id('assigneeId', maybe),
      column.string('assigneeName', 255, maybe),
      column.time('dueAt', maybe),
      column.string('sortKey', 24),
      column.time('createdAt'),
      column.time('completedAt', maybe),
    ],
    indices: [['tasks_inbox', ['state', 'role', 'officeId']], ['tasks_assignee', ['assigneeId', 'state']], ['tasks_case', ['caseId']]],
  },
  case_incidents: {
    columns: [
      column.primary(),
      column.id('caseId'),
      column.id('instanceId', maybe),
      column.string('elementId', 200, maybe),
      column.string('type', 40),
      column.text('message'),
      column.id('configuration', maybe),
      column.time('createdAt'),
      column.time('endedAt', maybe),
    ],
    indices: [['case_incidents_open', ['caseId', 'endedAt']]],
  },
  engine_commands: {
    columns: [
      column.primary(),
      column.string('key', 255),
      column.id('caseId'),
      column.string('kind', 20),
      column.json('payload'),
      column.string('state', 20),
      column.integer('attempts'),
      column.integer('refusals'),
      column.time('nextAt'),
      column.id('leaseOwner', maybe),
      column.time('leaseUntil', maybe),
      column.text('error', maybe),
      column.time('createdAt'),
      column.time('doneAt', maybe),
    ],
    indices: [['engine_commands_key', ['key'], true], ['engine_commands_due', ['state', 'nextAt']], ['engine_commands_case', ['caseId', 'state', 'id']]],
  },
  step_ledger: {
    columns: [column.primary('taskId'), column.string('name', 200, { isPrimary: true }), column.json('result', maybe), column.time('doneAt')],
  },
  submissions: {
    columns: [
      column.primary(),
      column.id('caseId'),
      column.id('taskId', maybe),
      column.id('instanceId', maybe),
      column.string('formKey', 100),
      column.id('releaseId'),
      column.string('elementId', 200, maybe),
      column.string('taskName'),
      column.string('step', 20, maybe),
      column.id('officeId', maybe),
      column.id('userId'),
      column.string('userName'),
      column.time('at'),
      column.json('data'),
      column.string('hash', 64),
    ],
    indices: [['submissions_case', ['caseId', 'at']], ['submissions_task', ['taskId'], true]],
  },
  feed_marks: { columns: [column.string('name', 20, { isPrimary: true }), column.time('readUntil')] },
};

export class Cases1732300006000 implements MigrationInterface {
  readonly name = 'Cases1732300006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, { columns, indices = [] }] of Object.entries(TABLES)) {
      await runner.createTable(
        new Table({ name, columns, indices: indices.map(([index, columnNames, isUnique = false]) => ({ name: index, columnNames, isUnique })) }),
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(TABLES)) await runner.dropTable(name);
  }
}
