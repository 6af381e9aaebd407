'use client';

import { Textarea, type TextareaProps } from '@mantine/core';
import { useRef } from 'react';
import styles from './authoring.module.css';
import { FigureForm } from './figure-form';
import { withParagraph } from './figure-text';
import { useUndescribedFigures } from './use-undescribed-figures';

interface Props extends Pick<
  TextareaProps,
  'label' | 'description' | 'error' | 'maxLength' | 'minRows' | 'maxRows'
> {
  value: string;
  onChange: (text: string) => void;
}

/** A field for Markdown with figures inserted at the cursor. A figure without a description is pointed out at once. */
export function MarkdownField({ value, onChange, error, ...look }: Props) {
  const figures = useUndescribedFigures(value);
  /** Where one wrote last; null: nowhere yet. */
  const place = useRef<number | null>(null);
  return (
    <>
      <Textarea
        {...look}
        error={error || figures}
        value={value}
        autosize
        classNames={{ input: styles.source }}
        onSelect={(event) => {
          place.current = event.currentTarget.selectionEnd;
        }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <FigureForm onFigure={(figure) => onChange(withParagraph(value, place.current, figure))} />
    </>
  );
}
