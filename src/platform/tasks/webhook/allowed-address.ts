import { BlockList, isIP } from 'node:net';

const listOf = (entries: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
};

/** Where machines of the office and this one are; only where an operator allows it. */
const PRIVATE = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '::1/128', 'fc00::/7']);
/** What a cloud tells its machines about themselves, and what is no single other machine: never. */
const NEVER = listOf([
  '0.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
  '::/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16', 'fd00:ec2::/32', 'fe80::/10', 'fec0::/10', 'ff00::/8',
]);
/** Of IPv6, what is given out at all. */
const GLOBAL = listOf(['2000::/3']);

/** Whether the gateway may be at this address. */
export function isAllowed(address: string, privateToo: boolean): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  // Of an IPv4 address written as IPv6 the block list would look at the IPv4 one.
  if (/^::ffff:/i.test(address) || NEVER.check(address, family)) return false;
  if (PRIVATE.check(address, family)) return privateToo;
  return family === 'ipv4' || GLOBAL.check(address, family);
}
