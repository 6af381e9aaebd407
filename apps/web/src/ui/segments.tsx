'use client';

import { useId } from 'react';
import styles from './segments.module.css';

interface Props<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  /** As wide as what is around it. */
  isWide?: boolean;
}

/** A choice among a few words that are all visible. Mantine's version measures itself after mounting, which delays the page. */
export function Segments<Value extends string>({ label, value, onChange, options, isWide }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.segments} data-wide={isWide}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
