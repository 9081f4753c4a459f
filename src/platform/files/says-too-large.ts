import { Injectable, PayloadTooLargeException, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { FileProblem } from './files.errors.js';

/** Put before the interceptor that takes an upload: what that broke off for its size is told with the sizes that are taken. */
@Injectable()
export class SaysTooLarge implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => { throw error instanceof PayloadTooLargeException ? FileProblem.tooLarge() : error; }));
  }
}
