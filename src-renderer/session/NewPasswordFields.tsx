import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PASSWORD_LENGTH } from '../../src-shared/accounts/contract.ts';

/** A new password as it is typed: twice, because nobody sees it. */
export interface NewPassword {
  readonly first: string;
  readonly again: string;
}

export const noNewPassword: NewPassword = { first: '', again: '' };

/** Whether it can be taken; `old` is the one it replaces. */
export function isNewPassword({ first, again }: NewPassword, old: string): boolean {
  return first.length >= PASSWORD_LENGTH && first === again && first !== old;
}

interface NewPasswordFieldsProps {
  value: NewPassword;
  old: string;
  autoFocus?: boolean;
  onChange: (value: NewPassword) => void;
}

/** Two fields for a new password, with the one rule it has. */
export function NewPasswordFields({ value, old, autoFocus = false, onChange }: NewPasswordFieldsProps) {
  const { t } = useTranslation('session');
  const { first, again } = value;
  const common = {
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('showPassword') },
  };
  return (
    <>
      <PasswordInput
        {...common}
        label={t('newPassword')}
        description={t('passwordRule', { count: PASSWORD_LENGTH })}
        autoFocus={autoFocus}
        value={first}
        error={first !== '' && first === old ? t('passwordSame') : null}
        onChange={(event) => onChange({ first: event.currentTarget.value, again })}
      />
      <PasswordInput
        {...common}
        label={t('repeatPassword')}
        value={again}
        error={again.length >= first.length && again !== first ? t('passwordsDiffer') : null}
        onChange={(event) => onChange({ first, again: event.currentTarget.value })}
      />
    </>
  );
}
