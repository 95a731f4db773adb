import { type ReactNode, useId } from 'react';
import classes from './SelectField.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectFieldProps<Value extends string> {
  label: string;
  /** Said to assistive technology only, where the choices themselves say what is chosen ("alle Klassen"). */
  labelHidden?: boolean;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  /** Something other than the usual is chosen: a filter that narrows. */
  marked?: boolean;
  disabled?: boolean;
  /** The first field of a dialog. */
  takesFocus?: boolean;
  hint?: ReactNode;
}

/** A choice from a short list, as the system draws it: typing a letter jumps, arrows choose. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const {
    label,
    labelHidden = false,
    value,
    options,
    onChange,
    marked = false,
    disabled = false,
    takesFocus = false,
    hint,
  } = props;
  const id = useId();
  return (
    <div className={classes.field} data-marked={marked || undefined}>
      {labelHidden ? null : <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        value={value}
        disabled={disabled}
        data-autofocus={takesFocus || undefined}
        aria-label={labelHidden ? label : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
    </div>
  );
}
