import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem, SubmissionRejected, type AuditLog, type Text } from '../../../sdk/index.js';
import { requestContext } from '../request-context.js';

const GENERIC: Record<number, Text> = {
  400: { id: 'Permintaan tidak dapat dibaca.', en: 'The request could not be read.' },
  401: { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  403: { id: 'Tindakan ini tidak diperbolehkan.', en: 'This is not permitted.' },
  404: { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  413: { id: 'Kiriman ini terlalu besar. Unggah tabel yang panjang sebagai berkas, lalu coba lagi.', en: 'What was sent is too large. Upload long tables as files, then try again.' },
  429: { id: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.', en: 'Too many attempts. Wait a moment, then try again.' },
  500: { id: 'Terjadi kesalahan pada sistem. Coba lagi; bila berulang, sebutkan nomor ini kepada administrator.', en: 'Something failed on our side. Try again; if it repeats, give this number to the administrator.' },
};

/**
 * The one place where an error becomes an answer: problem+json (RFC 9457) in the asker's language. What someone who is
 * signed in was not allowed to do is written down here, whichever part refused it.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  /** @param others - answers for errors of routes that are not ours, unless the error is; default: none are. */
  constructor(
    private readonly audit?: AuditLog,
    private readonly others?: ExceptionFilter,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (this.others && !requestContext.current()?.own && !(error instanceof Problem)) return void this.others.catch(error, host);
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = toProblem(error);
    const correlationId = requestContext.correlationId();
    if (problem.status >= 500) this.logger.error({ correlationId, method: request.method, path: request.path, error: error instanceof Error ? error.stack : String(error) });
    if (problem.code === 'forbidden') await this.writeDown(request);
    if (response.headersSent) {
      response.end();
      return;
    }
    const text = problem.text[requestContext.language()];
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem.extra, type: 'about:blank', title: text, status: problem.status, code: problem.code, detail: text, correlationId }));
  }

  /** The answer does not depend on it: a full disk must not turn a refusal into something else. */
  private async writeDown({ method, originalUrl }: Request): Promise<void> {
    if (requestContext.principal() === null) return;
    const [path = ''] = originalUrl.split('?');
    await this.audit?.write({ action: 'access.denied', subject: `${method} ${path}`, detail: { what: 'route' } }).catch((error: unknown) => this.logger.error(error));
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof SubmissionRejected) {
    const language = requestContext.language();
    return new Problem('submission-invalid', 422, { id: 'Ada isian yang perlu diperbaiki.', en: 'Some fields need correction.' }, {
      errors: error.problems.map(({ path, message }) => ({ path, message: message[language] })),
    });
  }
  if (isDiskFull(error)) return diskFull();
  const status = error instanceof HttpException ? error.getStatus() : (statusOf(error) ?? 500);
  const text = GENERIC[status] ?? (GENERIC[status < 500 ? 400 : 500] as Text);
  return new Problem(status < 500 ? `http-${status}` : 'internal', status, text);
}

/** Of a file's write, or of SQLite's, which TypeORM wraps. */
function isDiskFull(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return [code, driverError?.code].some((one) => one === 'ENOSPC' || one === 'SQLITE_FULL');
}

const diskFull = (): Problem =>
  new Problem('disk-full', 507, {
    id: 'Ruang penyimpanan server penuh. Kiriman ini tidak disimpan; isian Anda masih ada di layar. Beri tahu administrator, lalu kirim lagi.',
    en: 'The server has no storage left. This was not saved; what you entered is still on your screen. Tell the administrator, then send it again.',
  });

/** Errors of body parsers carry their own status. */
function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
