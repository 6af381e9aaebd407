/** What the plugin needs to know of a Markdown tree. */
interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  data?: { hProperties?: Record<string, string> };
}

const OPENING = /^\[!(NOTE|TRY|WARNING)\][ \t]*\n?/;

/** A quotation that opens with `[!NOTE]`, `[!TRY]` or `[!WARNING]` is a callout: its kind becomes an attribute. */
export function remarkCallouts() {
  return ({ children = [] }: MarkdownNode): void => {
    for (const quote of children) if (quote.type === 'blockquote') mark(quote);
  };
}

function mark(quote: MarkdownNode): void {
  const text = quote.children?.[0]?.children?.[0];
  const kind = OPENING.exec(text?.value ?? '')?.[1];
  if (!text || !kind) return;
  text.value = text.value?.replace(OPENING, '') ?? '';
  quote.data = { ...quote.data, hProperties: { 'data-callout': kind } };
}
