import { Me } from '@squadron/plugin-org-model-common';

const words: Record<Me['roles'][number], string> = {
  'new-hire': 'a new hire',
  executive: 'an executive',
  manager: 'a manager',
  sre: 'an SRE',
  engineer: 'an engineer',
};

/** `a manager, an SRE and an engineer`; nothing without a role. */
export function rolesInWords(roles: Me['roles']): string {
  const known = (Object.keys(words) as Me['roles'])
    .filter(role => roles.includes(role))
    .map(role => words[role]);
  return [known.slice(0, -1).join(', '), ...known.slice(-1)]
    .filter(Boolean)
    .join(' and ');
}
