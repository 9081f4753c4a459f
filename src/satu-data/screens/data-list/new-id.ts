/** A UUIDv7; the browser's own is there only over HTTPS. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${(8 + (random[2] as number) % 4).toString(16)}${hex.slice(5, 8)}-${hex.slice(8, 20)}`;
}
