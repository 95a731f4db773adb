import { TextInput } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { limitSchemas } from '../../src-shared/school/settings.ts';
import { useMay } from '../absences/use-may.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import classes from './School.module.css';

type Settings = OperationResult<'settings.current'>;

const limits = [
  'certificateFromDay',
  'writtenExcuseWithinDays',
  'leaveLimitDays',
  'idleLockMinutes',
] as const;

/** From when a certificate is asked for, when papers are due, how much leave a class teacher may grant, when a desk locks. */
export function LimitsCard() {
  const { t } = useTranslation('school');
  const { data } = useQuery('settings.current', {});
  return (
    <Card title={t('limits.title')} icon={<IconScale aria-hidden />}>
      {data ? <LimitsForm key={JSON.stringify(data)} settings={data} /> : null}
    </Card>
  );
}

function LimitsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('school');
  const disabled = !useMay()('settings.decideLimits');
  const decide = useCommand('settings.decideLimits');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const shown = (limit: (typeof limits)[number]) => typed[limit] ?? String(settings[limit]);
  const isFit = (limit: (typeof limits)[number]) =>
    shown(limit).trim() !== '' && limitSchemas[limit].safeParse(Number(shown(limit))).success;
  const ready = limits.every(isFit) && limits.some((limit) => shown(limit) !== String(settings[limit]));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const answer = await decide({
      certificateFromDay: Number(shown('certificateFromDay')),
      writtenExcuseWithinDays: Number(shown('writtenExcuseWithinDays')),
      leaveLimitDays: Number(shown('leaveLimitDays')),
      idleLockMinutes: Number(shown('idleLockMinutes')),
    });
    if (answer.ok) sayDone(t('limits.saved'));
  };
  return (
    <form className={classes.body} onSubmit={(event) => void submit(event)}>
      {limits.map((limit) => (
        <TextInput
          key={limit}
          label={t(`limits.${limit}.label`)}
          description={t(`limits.${limit}.hint`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          value={shown(limit)}
          disabled={disabled}
          maxLength={2}
          error={isFit(limit) ? undefined : t(`limits.${limit}.wrong`)}
          onChange={(event) => setTyped({ ...typed, [limit]: event.currentTarget.value })}
        />
      ))}
      {disabled ? null : (
        <div className={classes.buttons}>
          <Button type="submit" disabled={!ready}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
