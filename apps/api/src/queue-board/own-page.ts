/** What the board's page asks for and our policy refuses. */
const FROM_ELSEWHERE = /<link\b[^>]*\bhref="https?:[^>]*>/g;
const INLINE_STYLES = /<style\b[^>]*>.*?<\/style>|\sstyle="[^"]*"/gs;

/** Below the place of the board. */
export const WAY_BACK_STYLE = 'way-back.css';
const STYLE_LINK = `<link href="${WAY_BACK_STYLE}" rel="stylesheet">`;
const WAY_BACK = '<nav class="way-back" aria-label="Holdout"><a href="/fleet">Back to the fleet</a></nav>';

/** In the colours of the board, whose own parts take up the page. */
export const WAY_BACK_CSS = `.way-back { position: fixed; right: 1rem; bottom: 1rem; z-index: 100; }
.way-back a { display: block; padding: 0.625rem 1rem; border: 1px solid var(--foreground); border-radius: 0.5rem;
  background: var(--card); color: var(--foreground); text-decoration: underline; text-underline-offset: 0.2em; }
.way-back a:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
body { padding-bottom: 4rem; }
`;

/** The board's page without what is not served from here, and with a way back to the platform. */
export function ownPage(page: string): string {
  return page
    .replace(FROM_ELSEWHERE, '')
    .replace(INLINE_STYLES, '')
    .replace('</head>', (end) => STYLE_LINK + end)
    .replace(/<body\b[^>]*>/, (start) => start + WAY_BACK);
}
