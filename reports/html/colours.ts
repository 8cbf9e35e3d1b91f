/** A colour of the page by its name in the style. */
export type Palette = Readonly<
  Record<
    | 'paper'
    | 'well'
    | 'line'
    | 'shade'
    | 'ink'
    | 'quiet'
    | 'link'
    | 'passed'
    | 'waived'
    | 'warned'
    | 'failed'
    | 'errored'
    | 'not-exercised',
    string
  >
>;

/** Dark on light. Every text colour has a contrast of 4.5 or more on the paper and in a well. */
export const light: Palette = {
  paper: '#fdfcf9',
  well: '#f4f2ec',
  line: '#d9d5ca',
  shade: '#b9b4a6',
  ink: '#1e1f21',
  quiet: '#5d5f63',
  link: '#1f4f8a',
  passed: '#1c6a3e',
  waived: '#2c5a8c',
  warned: '#7c4d00',
  failed: '#a41e1e',
  errored: '#7a2582',
  'not-exercised': '#5d5f63',
};

/** Light on dark, to the same measure. */
export const dark: Palette = {
  paper: '#17181b',
  well: '#202226',
  line: '#3a3d43',
  shade: '#6b7079',
  ink: '#e7e4dd',
  quiet: '#a5a8ae',
  link: '#9cc3f5',
  passed: '#7fcb9b',
  waived: '#92bcec',
  warned: '#e6b65c',
  failed: '#ff9c93',
  errored: '#dd9fea',
  'not-exercised': '#a5a8ae',
};

/** A palette as the custom properties of a rule. */
export function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
}
