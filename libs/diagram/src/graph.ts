/** An arrow, by the keys of its nodes. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}

/** One name for one arrow. Keys hold no `>`. */
export const edgeName = ({ from, to }: Edge): string => `${from}>${to}`;

export const reversed = ({ from, to }: Edge): Edge => ({ from: to, to: from });
