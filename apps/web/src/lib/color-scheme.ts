/** Where Mantine keeps the chosen theme in this browser. */
export const COLOR_SCHEME_KEY = 'holdout-theme';
