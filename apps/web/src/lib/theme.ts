import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3f0ee',
  '#c6e2df',
  '#98cdc8',
  '#5cc2ba',
  '#35a39b',
  '#1d8780',
  '#147771',
  '#0d6763',
  '#094d4a',
  '#063936',
];
const gray: MantineColorsTuple = [
  '#f5f6f5',
  '#eef0ef',
  '#dde1df',
  '#cdd3d0',
  '#b9c1bd',
  '#848f8c',
  '#5f6b69',
  '#4d5957',
  '#2f3836',
  '#161c1b',
];
const dark: MantineColorsTuple = [
  '#e6ebe9',
  '#c6cfcc',
  '#94a09d',
  '#66726f',
  '#4a5552',
  '#2b3331',
  '#1e2423',
  '#171c1b',
  '#101413',
  '#0a0d0c',
];

/** Mantine takes a filled button's text colour from the light theme's shade; the token knows the theme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isPrimary = !input.color || input.color === 'accent';
  return input.variant === 'filled' && isPrimary ? { ...colors, color: 'var(--on-accent)' } : colors;
};

/** The list of options scrolls itself: Mantine's scroll area around it would be a second region that no key reaches. */
const scrollingOptions = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: rem(250), overflowY: 'auto' } },
} as const;

export const theme = createTheme({
  variantColorResolver,
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: "'Inter Variable', 'Inter Fallback', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', 'Mono Fallback', ui-monospace, monospace",
  headings: { fontFamily: 'inherit', fontWeight: '620' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Locking scroll injects a style element that a strict content policy refuses.
    Modal: {
      defaultProps: { lockScroll: false, radius: 8, centered: true, transitionProps: { duration: 150 } },
      styles: { title: { fontWeight: 620 } },
    },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 180 } } },
    // What was looked for, also on the accent: no colour of its own.
    Mark: {
      styles: {
        root: { background: 'none', color: 'inherit', fontWeight: 700, textDecoration: 'underline' },
      },
    },
    Button: { defaultProps: { fw: 550 } },
    Select: scrollingOptions,
    MultiSelect: scrollingOptions,
  },
});

/** Mantine's own variables follow the tokens, so that one file decides every colour. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--failed)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
