import { NumberInput } from '@mantine/core';

interface Props {
  label: string;
  note?: string;
  value: number | null;
  /** The template's value, used if the field is empty; null if it depends on the data. */
  usual: number | null;
  min: number;
  max: number;
  suffix?: string;
  error: string | null;
  onChange: (value: number | null) => void;
}

/** A whole number; left empty it is the template's, which is shown in its place. */
export function WholeField({ note, value, usual, error, onChange, ...field }: Props) {
  return (
    <NumberInput
      {...field}
      description={note}
      value={value ?? ''}
      {...(usual === null ? {} : { placeholder: `${usual}${field.suffix ?? ''}` })}
      allowDecimal={false}
      clampBehavior="blur"
      error={error}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}
