/** The network whose guesses count together: an IPv4 address, or the first half of an IPv6 one, of which one person has all the rest. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const [left = [], right] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = right ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return `${groups.slice(0, 4).join(':')}::/64`;
}
