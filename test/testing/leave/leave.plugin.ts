import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { definePlugin, ExternalTask, FatalError, Handlers, Mailer, type TaskContext } from '../../../src/sdk/index.js';

declare module 'tertib' {
  interface FormTypes {
    'leave-decision': { readonly granted: 'yes' | 'no'; readonly note?: string };
  }
  interface ProcedureTypes {
    leave: { start: { employee: string }; variables: { employee: string; granted: string | null }; messages: never; tasks: { decide: 'leave-decision' } };
  }
}

const Input = z.object({ employee: z.string() });

/** What the calendar does with bookings, for a test to say. */
export class Calendar {
  /** Tries that fail before one succeeds. */
  failures = 0;
  readonly booked: string[] = [];

  book(employee: string): void {
    if (this.failures-- > 0) throw new Error('The calendar does not answer');
    this.booked.push(employee);
  }
}

@Handlers()
class LeaveHandlers {
  constructor(
    private readonly mailer: Mailer,
    private readonly calendar: Calendar,
  ) {}

  @ExternalTask('leave.book', { title: 'Book a leave', input: Input, retries: [60, 3_600] })
  async book({ employee }: z.infer<typeof Input>): Promise<void> {
    if (employee === 'nobody') throw new FatalError('Nobody works here under this name');
    this.calendar.book(employee);
  }

  @ExternalTask('leave.remind', { title: 'Remind of a leave', input: Input })
  async remind({ employee }: z.infer<typeof Input>, task: TaskContext): Promise<void> {
    await this.mailer.send({ key: `${task.id}:mail`, caseId: task.caseId, to: ['head@example.org'], subject: `Leave of ${employee}`, text: 'Please decide.' });
  }
}

@Module({ providers: [LeaveHandlers, Calendar], exports: [Calendar] })
class LeaveModule {}

/** A procedure with a form, a decision, three timers and a handler that may fail. */
export const Leave = definePlugin({
  name: 'leave',
  module: LeaveModule,
  procedures: ['leave'],
  resources: pathToFileURL(`${__dirname}/`),
  roles: {
    kasi: { title: { id: 'Kepala Seksi', en: 'Head of section' } },
    staf: { title: { id: 'Staf', en: 'Staff' } },
    operator: { title: { id: 'Operator data', en: 'Data operator' }, offices: ['produsen'] },
  },
});
