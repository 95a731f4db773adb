import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface SaidFieldProps<T> {
  label: string;
  hint: string;
  wrong: string;
  /** What is meant by the text, or undefined for what can't be read. */
  read: (text: string) => T | undefined;
  /** Why what was read cannot be meant, in one sentence. */
  refuse?: (value: T) => string | undefined;
  onRead: (value: T) => void;
  onDone: () => void;
}

/** A field for a day, a time or lessons as people say them. Enter takes what was understood and goes back to the keys. */
export function SaidField<T>({ label, hint, wrong, read, refuse, onRead, onDone }: SaidFieldProps<T>) {
  const [text, setText] = useState('');
  const said = read(text);
  const problem = text.trim() === '' ? undefined : said === undefined ? wrong : refuse?.(said);
  const take = (typed: string) => {
    setText(typed);
    const value = read(typed);
    if (value !== undefined && refuse?.(value) === undefined) onRead(value);
  };
  return (
    <TextInput
      label={label}
      description={hint}
      value={text}
      autoFocus
      error={problem}
      onChange={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape' || problem === undefined) onDone();
      }}
    />
  );
}
