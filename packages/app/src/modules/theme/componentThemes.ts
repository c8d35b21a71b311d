import { UnifiedThemeOptions } from '@backstage/theme';

/** The smallest target that WCAG 2.2 allows without spacing around it. */
const TARGET = 24;

const hairline = '1px solid var(--bui-border-1)';

/** How the stock Material UI parts follow Squadron's look: hairlines, no shadows, dense, AA. */
export const componentThemes: UnifiedThemeOptions['components'] = {
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: {
      root: { backgroundImage: 'unset' },
      elevation1: { boxShadow: 'none', border: hairline },
      elevation2: { boxShadow: 'none', border: hairline },
    },
  },
  // The stock pages' spinners say nothing to a screen reader.
  MuiCircularProgress: { defaultProps: { 'aria-label': 'Loading' } },
  MuiLinearProgress: { defaultProps: { 'aria-label': 'Progress' } },
  MuiCard: {
    styleOverrides: {
      root: {
        display: 'flex',
        flexDirection: 'column',
        border: hairline,
        borderRadius: 8,
        boxShadow: 'none',
      },
    },
  },
  MuiCardHeader: {
    styleOverrides: { root: { padding: '12px 16px 0' } },
  },
  MuiCardContent: {
    styleOverrides: {
      root: {
        flexGrow: 1,
        padding: '12px 16px',
        '&:last-child': { paddingBottom: 12 },
      },
    },
  },
  MuiButton: {
    styleOverrides: {
      root: { textTransform: 'none', boxShadow: 'none' },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { minWidth: TARGET, minHeight: TARGET } },
  },
  MuiChip: {
    styleOverrides: {
      root: { marginRight: 4, marginBottom: 4, minHeight: TARGET },
      label: { fontSize: 12, lineHeight: '20px', fontWeight: 500 },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        minHeight: 40,
        minWidth: 0,
        padding: '8px 12px',
        textTransform: 'none',
        letterSpacing: 0,
        fontSize: 14,
        fontWeight: 500,
        color: 'var(--bui-fg-secondary)',
        opacity: 1,
        '&:hover': {
          color: 'var(--bui-fg-primary)',
          background: 'var(--bui-bg-neutral-2)',
        },
        '&.Mui-selected': { color: 'var(--bui-fg-primary)' },
      },
      textColorPrimary: { color: 'var(--bui-fg-secondary)' },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        color: 'var(--bui-fg-primary)',
        borderColor: 'var(--bui-border-2)',
        textTransform: 'none',
        '&.Mui-selected': {
          color: 'var(--bui-fg-primary)',
          backgroundColor: 'var(--squadron-accent-subtle)',
          fontWeight: 600,
        },
      },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: {
        borderBottom: hairline,
        '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
      },
      head: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
      hover: { '&:hover': { cursor: 'pointer' } },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        padding: '8px 12px',
        lineHeight: 1.4,
        fontSize: 14,
        borderBottom: 0,
        verticalAlign: 'middle',
        wordBreak: 'normal',
        overflowWrap: 'break-word',
      },
      sizeSmall: { padding: '6px 12px' },
      head: {
        color: 'var(--bui-fg-secondary)',
        fontSize: 12,
        fontWeight: 600,
        lineHeight: 1.4,
        // Headings that can be dragged.
        '& [data-rbd-draggable-id]': { minHeight: TARGET },
      },
    },
  },
  MuiTableSortLabel: {
    styleOverrides: {
      root: {
        minHeight: TARGET,
        color: 'inherit',
        '&:hover, &:focus': { color: 'inherit' },
        '&.Mui-active': { color: 'inherit', fontWeight: 700 },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: { root: { fontSize: 12 } },
  },
  MuiTooltip: {
    styleOverrides: { tooltip: { fontSize: 12 } },
  },
  BackstageHeader: {
    styleOverrides: {
      header: {
        boxShadow: 'none',
        backgroundImage: 'none',
        backgroundColor: 'var(--bui-bg-neutral-1)',
        borderBottom: hairline,
        padding: '16px 24px',
      },
      title: {
        color: 'var(--bui-fg-primary)',
        fontSize: 24,
        fontWeight: 600,
      },
      subtitle: { color: 'var(--bui-fg-secondary)', opacity: 1 },
      type: { color: 'var(--bui-fg-secondary)', opacity: 1, fontSize: 12 },
      breadcrumb: { color: 'var(--bui-fg-secondary)' },
      breadcrumbType: { color: 'var(--bui-fg-secondary)', opacity: 1 },
      breadcrumbTitle: { color: 'var(--bui-fg-secondary)', opacity: 1 },
    },
  },
  BackstageHeaderLabel: {
    styleOverrides: {
      label: { color: 'var(--bui-fg-secondary)', opacity: 1, fontSize: 12 },
      value: { color: 'var(--bui-fg-primary)', opacity: 1 },
    },
  },
  // The stock colours of a log are of one brightness, whatever they stand on.
  BackstageLogViewer: {
    styleOverrides: {
      lineNumber: {
        color: 'var(--bui-fg-secondary)',
        borderRight: hairline,
      },
      modifierForegroundBlack: { color: 'var(--bui-fg-primary)' },
      modifierForegroundRed: { color: 'var(--bui-fg-negative)' },
      modifierForegroundGreen: { color: 'var(--bui-fg-positive)' },
      modifierForegroundYellow: { color: 'var(--bui-fg-warning)' },
      modifierForegroundBlue: { color: 'var(--bui-fg-announcement)' },
      modifierForegroundMagenta: { color: 'var(--squadron-link)' },
      modifierForegroundCyan: { color: 'var(--bui-fg-announcement)' },
      modifierForegroundWhite: { color: 'var(--bui-fg-primary)' },
      modifierForegroundGrey: { color: 'var(--bui-fg-secondary)' },
    },
  },
  CatalogReactUserListPicker: {
    styleOverrides: {
      root: {
        backgroundColor: 'transparent',
        boxShadow: 'none',
        border: 0,
        margin: '0 0 16px',
      },
      title: {
        margin: '8px 0',
        color: 'var(--bui-fg-secondary)',
        fontSize: 12,
        textTransform: 'none',
      },
      groupWrapper: { margin: 0 },
    },
  },
  BackstageContent: {
    styleOverrides: { root: { padding: '16px 24px' } },
  },
};
