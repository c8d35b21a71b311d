import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Colours, darkColours, lightColours } from './palettes';

const css = readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');

/** The custom properties of the block that follows a selector. */
function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0];
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(match => [
      match[1],
      match[2],
    ]),
  );
}

const names: Record<keyof Colours, string> = {
  app: '--bui-bg-app',
  surface: '--bui-bg-neutral-1',
  subtle: '--bui-bg-neutral-2',
  text: '--bui-fg-primary',
  secondaryText: '--bui-fg-secondary',
  disabledText: '--bui-fg-disabled',
  border: '--bui-border-1',
  accent: '--bui-accent-bg',
  accentHover: '--bui-accent-bg-hover',
  onAccent: '--bui-accent-fg',
  accentSubtle: '--squadron-accent-subtle',
  positive: '--bui-fg-positive',
  negative: '--bui-fg-negative',
  warning: '--bui-fg-warning',
  info: '--bui-fg-announcement',
  nav: '--squadron-nav-bg',
};

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(start => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', lightColours, "[data-theme-mode='light']"],
  ['dark', darkColours, "[data-theme-mode='dark']"],
])('the %s theme', (_, colours, selector) => {
  const found = tokens(selector);

  it('is the same in Material UI and in @backstage/ui', () => {
    for (const [key, name] of Object.entries(names)) {
      expect([name, found[name]]).toEqual([
        name,
        colours[key as keyof Colours],
      ]);
    }
  });

  it('keeps text legible on every ground (AA, 4.5 to 1)', () => {
    const grounds = ['app', 'surface', 'subtle', 'nav'] as const;
    const texts = [
      'text',
      'secondaryText',
      'accent',
      'positive',
      'negative',
      'warning',
      'info',
    ] as const;
    for (const ground of grounds) {
      for (const text of texts) {
        const ratio = contrast(colours[ground], colours[text]);
        expect([ground, text, ratio >= 4.5]).toEqual([ground, text, true]);
      }
    }
    expect(contrast(colours.accent, colours.onAccent)).toBeGreaterThan(4.5);
    expect(contrast(colours.accentSubtle, colours.text)).toBeGreaterThan(4.5);
  });

  it('shows where fields end (AA, 3 to 1)', () => {
    for (const ground of [colours.app, colours.surface]) {
      expect(contrast(found['--bui-border-2'], ground)).toBeGreaterThan(3);
    }
  });
});

it('names older tokens anew in each mode, so that they follow it', () => {
  const rule = css.slice(0, css.indexOf('--bui-color-fg-disabled'));
  expect(rule.slice(rule.lastIndexOf('}'))).toMatch(/\[data-theme-mode\]\s*{/);
});
