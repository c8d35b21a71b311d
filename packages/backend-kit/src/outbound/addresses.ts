import { BlockList, isIPv6 } from 'node:net';

/** What an address leads to: `forbidden` is nothing that anybody measures. */
export type AddressKind = 'public' | 'private' | 'forbidden';

function listOf(...subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address, bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Where clouds hand out credentials, link-local, multicast and reserved addresses (RFC 6890). */
const forbidden = listOf(
  '0.0.0.0/8',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '192.0.0.192/32',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fd00:ec2::254/128',
  'fe80::/10',
  'ff00::/8',
);

/** Private networks, this machine, and IPv6 addresses that carry an IPv4 address, which may be any. */
const privateNetworks = listOf(
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2001::/32',
  '2002::/16',
  'fc00::/7',
  'fec0::/10',
);

/** Says what an IP address leads to. IPv4 addresses that are mapped into IPv6 are looked into. */
export function kindOf(address: string): AddressKind {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (forbidden.check(address, family)) return 'forbidden';
  return privateNetworks.check(address, family) ? 'private' : 'public';
}
