import { TextInput } from '@mantine/core';

interface TextFieldProps {
  label: string;
  hint: string;
  value: string;
  limit: number;
  onChange: (value: string) => void;
  onDone: () => void;
}

/** A short text of the call; Enter and Esc go back to the keys, what is typed stays. */
export function TextField({ label, hint, value, limit, onChange, onDone }: TextFieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      maxLength={limit}
      autoFocus
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    />
  );
}
