import 'katex/dist/katex.min.css';
import { useTranslations } from 'next-intl';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { remarkCallouts } from './callouts';
import styles from './prose.module.css';

/** Drawn for the lessons that ship: all of one size, each in the colours of the reader's theme. */
const SHIPPED = /^\/figures\/[a-z-]+\.svg$/;
const KINDS = ['NOTE', 'TRY', 'WARNING'] as const;

interface Props {
  /**
   * Markdown with `$math$`, callouts (`> [!NOTE]`) and figures (an image alone in its paragraph, its title the caption). Raw HTML is
   * shown as text.
   */
  text: string;
  /** Leave out the first-level heading where the page already shows it. */
  withoutTitle?: boolean;
}

/** Long text: briefs, lessons, overviews. */
export function Prose({ text, withoutTitle = false }: Props) {
  const t = useTranslations('ui.callout');
  return (
    <div className={styles.prose}>
      <Markdown
        remarkPlugins={[remarkGfm, remarkMath, remarkCallouts]}
        rehypePlugins={[[rehypeKatex, { output: 'htmlAndMathml', throwOnError: false }], rehypeHighlight]}
        components={{
          h1: ({ children }) => (withoutTitle ? null : <h2>{children}</h2>),
          p: ({ node, children }) => {
            const [only] = node?.children ?? [];
            const isFigure =
              node?.children.length === 1 && only?.type === 'element' && only.tagName === 'img';
            return isFigure ? children : <p>{children}</p>;
          },
          // Where a picture comes from is the content policy's business: this site alone.
          img: ({ src, alt = '', title }) => (
            <figure data-drawn={typeof src === 'string' && SHIPPED.test(src)}>
              <img src={typeof src === 'string' ? src : undefined} alt={alt} loading="lazy" />
              {title && <figcaption>{title}</figcaption>}
            </figure>
          ),
          blockquote: ({ node, children }) => {
            const kind = KINDS.find((known) => known === node?.properties['data-callout']);
            if (!kind) return <blockquote>{children}</blockquote>;
            return (
              <aside className={styles.callout} data-callout={kind}>
                <p className={styles.calloutKind}>{t(kind)}</p>
                {children}
              </aside>
            );
          },
          pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
          table: ({ children }) => (
            <div className={styles.scroll} tabIndex={0}>
              <table>{children}</table>
            </div>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}
