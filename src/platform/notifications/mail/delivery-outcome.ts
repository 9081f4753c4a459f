const MINUTE = 60_000;
/** Waits before each further try; then the mail has failed and only a person retries it. */
const BACK_OFF = [0.5, 2, 10, 30, 60, 120, 240, 480, 960].map((minutes) => minutes * MINUTE);

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/** After the `attempts`-th failure: milliseconds until the next try, or null for never. */
export const waitAfter = (error: unknown, attempts: number): number | null => (isFinal(error as SmtpError) ? null : (BACK_OFF[attempts - 1] ?? null));

/** The server refused this very mail for good. A refused log-in is not final: it is a setting that gets mended. */
const isFinal = ({ responseCode = 0, command = '' }: SmtpError): boolean => responseCode >= 500 && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command);
