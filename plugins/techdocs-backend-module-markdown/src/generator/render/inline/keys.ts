const labels: Record<string, string> = {
  alt: 'Alt',
  backspace: 'Backspace',
  cmd: '⌘',
  command: '⌘',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  del: 'Del',
  delete: 'Del',
  down: '↓',
  end: 'End',
  enter: 'Enter',
  esc: 'Esc',
  escape: 'Esc',
  home: 'Home',
  left: '←',
  meta: 'Meta',
  option: '⌥',
  'page-down': 'Page Down',
  'page-up': 'Page Up',
  right: '→',
  shift: 'Shift',
  space: 'Space',
  tab: 'Tab',
  up: '↑',
  win: 'Win',
  windows: 'Win',
};

/** How the cap of a key reads: `ctrl` is Ctrl, a quoted word stays as it is. */
export function keyLabel(name: string): string {
  const [, quoted] = name.match(/^["'](.+)["']$/) ?? [];
  if (quoted !== undefined) return quoted;
  const known = Object.hasOwn(labels, name.toLowerCase());
  if (known) return labels[name.toLowerCase()];
  return name.length === 1 || /^f\d+$/i.test(name) ? name.toUpperCase() : name;
}
