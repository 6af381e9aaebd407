import 'katex/dist/katex.min.css';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import styles from './prose.module.css';

interface Props {
  /** Markdown with `$math$`; raw HTML is shown as text. */
  text: string;
  /** Leave out the first-level heading where the page already shows it. */
  withoutTitle?: boolean;
}

/** Long text: briefs, lessons, overviews. */
export function Prose({ text, withoutTitle = false }: Props) {
  return (
    <div className={styles.prose}>
      <Markdown
        remarkPlugins={[remarkGfm, remarkMath]}
        rehypePlugins={[[rehypeKatex, { output: 'htmlAndMathml', throwOnError: false }], rehypeHighlight]}
        components={{
          h1: ({ children }) => (withoutTitle ? null : <h2>{children}</h2>),
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
