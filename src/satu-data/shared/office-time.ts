/** `2026-03-31 16:00` in the office's zone: it sorts as text. */
export function officeTime(timeZone: string): (at: Date | null | undefined) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return (at) => (at ? format.format(at) : '');
}
