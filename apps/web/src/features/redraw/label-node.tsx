'use client';

import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import styles from './redraw-canvas.module.css';

export type LabelFlowNode = Node<{ text: string }, 'label'>;

/** A placed label. Arrows begin at its dot and may end anywhere on it. */
export function LabelNode({ id, data, selected }: NodeProps<LabelFlowNode>) {
  const t = useTranslations('redraw');
  return (
    <div className={styles.label} data-selected={selected} data-testid={`node-${id}`}>
      <Handle type="target" position={Position.Top} isConnectableStart={false} className={styles.whole} />
      {data.text}
      <Handle
        type="source"
        position={Position.Bottom}
        className={styles.dot}
        title={t('dot')}
        data-testid={`dot-${id}`}
      />
    </div>
  );
}
