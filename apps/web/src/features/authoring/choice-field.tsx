import { NativeSelect } from '@mantine/core';

interface Props {
  label: string;
  note: string;
  value: string | null;
  choices: readonly string[];
  nameOf?: (choice: string) => string;
  /** The label of the empty choice, if there is one. */
  none?: string;
  error: string | null;
  onChange: (value: string | null) => void;
}

/** One of a few, or none. */
export function ChoiceField({
  label,
  note,
  value,
  choices,
  nameOf = (choice) => choice,
  none,
  error,
  onChange,
}: Props) {
  const isKnown = value === null || choices.includes(value);
  return (
    <NativeSelect
      label={label}
      description={note}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      {(none !== undefined || value === null) && <option value="">{none ?? '–'}</option>}
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {nameOf(choice)}
        </option>
      ))}
    </NativeSelect>
  );
}
