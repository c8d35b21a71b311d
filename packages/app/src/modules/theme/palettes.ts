import { BackstagePaletteOptions, palettes as stock } from '@backstage/theme';

/** The values of tokens.css that Material UI needs as literals, because it computes with them. */
export interface Colours {
  app: string;
  surface: string;
  subtle: string;
  text: string;
  secondaryText: string;
  disabledText: string;
  border: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentSubtle: string;
  positive: string;
  negative: string;
  warning: string;
  info: string;
  nav: string;
}

export const lightColours: Colours = {
  app: '#f5f6f8',
  surface: '#ffffff',
  subtle: '#f1f3f6',
  text: '#14171f',
  secondaryText: '#525968',
  disabledText: '#8a92a3',
  border: '#dfe2e8',
  accent: '#3a47c9',
  accentHover: '#2c379f',
  onAccent: '#ffffff',
  accentSubtle: '#eceeff',
  positive: '#0f6b3a',
  negative: '#b3202c',
  warning: '#855000',
  info: '#1f55b5',
  nav: '#ffffff',
};

export const darkColours: Colours = {
  app: '#0f1116',
  surface: '#171a21',
  subtle: '#1f232c',
  text: '#eceef3',
  secondaryText: '#a8afbe',
  disabledText: '#6d7587',
  border: '#2c313c',
  accent: '#aab4ff',
  accentHover: '#c1c8ff',
  onAccent: '#10131c',
  accentSubtle: '#252a4a',
  positive: '#6cd296',
  negative: '#ff8d8d',
  warning: '#f0b65b',
  info: '#8dbdff',
  nav: '#13161c',
};

/** Makes the Material UI palette of one mode. */
export function paletteOf(
  mode: 'light' | 'dark',
  colours: Colours,
): BackstagePaletteOptions {
  return {
    ...stock[mode],
    background: { default: colours.app, paper: colours.surface },
    text: {
      primary: colours.text,
      secondary: colours.secondaryText,
      disabled: colours.disabledText,
    },
    divider: colours.border,
    border: colours.border,
    primary: {
      main: colours.accent,
      dark: colours.accentHover,
      contrastText: colours.onAccent,
    },
    secondary: { main: colours.accent, contrastText: colours.onAccent },
    error: { main: colours.negative },
    warning: { main: colours.warning },
    info: { main: colours.info },
    success: { main: colours.positive },
    link: colours.accent,
    linkHover: colours.accentHover,
    textContrast: colours.text,
    textSubtle: colours.secondaryText,
    textVerySubtle: colours.border,
    highlight: colours.accentSubtle,
    status: {
      ok: colours.positive,
      warning: colours.warning,
      error: colours.negative,
      running: colours.info,
      pending: colours.warning,
      aborted: colours.secondaryText,
    },
    errorBackground: colours.subtle,
    warningBackground: colours.subtle,
    infoBackground: colours.subtle,
    errorText: colours.negative,
    infoText: colours.info,
    warningText: colours.warning,
    navigation: {
      background: colours.nav,
      indicator: colours.accent,
      color: colours.secondaryText,
      selectedColor: colours.text,
      navItem: { hoverBackground: colours.subtle },
      submenu: { background: colours.subtle },
    },
    tabbar: { indicator: colours.accent },
    banner: {
      info: colours.subtle,
      error: colours.subtle,
      warning: colours.subtle,
      text: colours.text,
      link: colours.accent,
      closeButtonColor: colours.text,
    },
    code: { background: colours.subtle },
  };
}
