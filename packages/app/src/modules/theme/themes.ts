import {
  createUnifiedTheme,
  defaultTypography,
  genPageTheme,
  PageTheme,
  UnifiedTheme,
} from '@backstage/theme';
import { componentThemes } from './componentThemes';
import { Colours, darkColours, lightColours, paletteOf } from './palettes';

/** Pages differ by their title, not by their colour. */
function onePageTheme(colours: Colours): Record<string, PageTheme> {
  const plain = genPageTheme({
    colors: [colours.surface],
    shape: 'none',
    options: { fontColor: colours.text },
  });
  const ids = [
    'home',
    'documentation',
    'tool',
    'service',
    'website',
    'library',
    'other',
    'app',
    'apis',
    'card',
  ];
  return Object.fromEntries(ids.map(id => [id, plain]));
}

function heading(fontSize: number, marginBottom: number) {
  return { fontSize, fontWeight: 600, marginBottom };
}

function themeOf(mode: 'light' | 'dark', colours: Colours): UnifiedTheme {
  return createUnifiedTheme({
    palette: paletteOf(mode, colours),
    fontFamily:
      "'Inter', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif",
    typography: {
      ...defaultTypography,
      htmlFontSize: 16,
      fontFamily:
        "'Inter', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif",
      h1: heading(24, 8),
      h2: heading(20, 8),
      h3: heading(16, 4),
      h4: heading(16, 4),
      h5: heading(16, 4),
      h6: heading(14, 4),
    },
    defaultPageTheme: 'home',
    pageTheme: onePageTheme(colours),
    components: componentThemes,
  });
}

export const lightTheme = themeOf('light', lightColours);
export const darkTheme = themeOf('dark', darkColours);
