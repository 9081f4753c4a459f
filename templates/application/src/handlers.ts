import { BusinessError, ExternalTask, Handlers, Mailer, MailTexts, type TaskContext } from 'tertib';
import { z } from 'zod';

const Input = z.object({ title: z.string(), amount: z.number(), email: z.string() });
const Output = z.object({ approved: z.boolean() });

const LIMIT = 1_000;

@Handlers()
export class __Name__Handlers {
  constructor(
    private readonly texts: MailTexts,
    private readonly mailer: Mailer,
  ) {}

  @ExternalTask('__name__.check', { title: { id: 'Memeriksa permintaan', en: 'Check the request' }, input: Input, output: Output, retries: [10, 60, 600] })
  async check({ title, amount, email }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Output>> {
    if (amount <= 0) throw new BusinessError('AMOUNT_INVALID', `The amount of “${title}” is ${amount}; it must be more than zero.`);
    const approved = amount <= LIMIT;
    // Done once, however often the task is tried.
    await task.step.tx('answer', async () => {
      const text = await this.texts.render(task.caseId, 'mail-__name__', { title, amount, approved }, task.processInstanceId);
      await this.mailer.send({ ...text, to: [email], key: task.idempotencyKey('answer'), caseId: task.caseId });
    });
    return { approved };
  }
}
