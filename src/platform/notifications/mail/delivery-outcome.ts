const MINUTE = 60_000;
/** Waits before each further try; then the mail has failed and only a person retries it. */
const BACK_OFF = [0.5, 2, 10, 30, 60, 120, 240, 480, 960].map((minutes) => minutes * MINUTE);

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/** After the `attempts`-th failure: when to try again, or null for never. */
export function nextAttempt(error: unknown, attempts: number, now: Date): Date | null {
  const wait = BACK_OFF[attempts - 1];
  return wait === undefined || isFinal(error as SmtpError) ? null : new Date(now.getTime() + wait);
}

/** The server refused this very mail for good. A refused log-in is not final: it is a setting that gets mended. */
const isFinal = ({ responseCode = 0, command = '' }: SmtpError): boolean => responseCode >= 500 && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command);
