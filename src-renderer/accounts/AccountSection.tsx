import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/accounts/contract.ts';
import { useMay } from '../absences/use-may.ts';
import { Button } from '../components/Button.tsx';
import { sayDone, sayProblem } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import type { StaffLine } from '../staff/staff-line.ts';
import {
  LockAccountDialog,
  OpenAccountDialog,
  RenewAccountDialog,
  RevokeDeviceDialog,
} from './AccountDialogs.tsx';
import classes from './Accounts.module.css';
import { type OneTime, OneTimeDialog } from './OneTimeDialog.tsx';
import { type Accounts, useAccounts } from './use-accounts.ts';

/** How somebody signs in, for head and administrator: the account, its password, its devices. */
export function AccountSection({ person }: { person: StaffLine }) {
  const { t } = useTranslation('accounts');
  const may = useMay();
  return may('accounts.list') ? (
    <section className={classes.section} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <Present person={person} />
    </section>
  ) : null;
}

function Present({ person }: { person: StaffLine }) {
  const { t } = useTranslation('accounts');
  const accounts = useAccounts();
  const own = useSession().person.id === person.staffId;
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  const name = `${person.givenName} ${person.familyName}`;
  if (accounts.problem)
    return (
      <>
        <p role="status">{accounts.problem}</p>
        <div className={classes.actions}>
          <Button onClick={accounts.reload}>{t('frame:broken.retry')}</Button>
        </div>
      </>
    );
  if (!accounts.list) return null;
  const account = accounts.list.find(({ staffId }) => staffId === person.staffId);
  const common = { person, name, accounts, onOneTime: setOneTime };
  return (
    <>
      {account ? <Facts account={account} /> : <p>{t(person.here ? 'none' : 'left', { name })}</p>}
      {own ? <p className={classes.hint}>{t('own')}</p> : <Changes {...common} account={account} />}
      {account ? <Devices account={account} accounts={accounts} /> : null}
      {oneTime ? <OneTimeDialog name={name} oneTime={oneTime} onClose={() => setOneTime(null)} /> : null}
    </>
  );
}

const toneOf = { active: 'done', oneTime: 'wait', expired: 'wait', locked: 'danger' } as const;

function Facts({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { userName, state, oneTimeUntil, lockedAt, lockReason } = account;
  const until = oneTimeUntil ? format.dayAndTime(oneTimeUntil) : '';
  const since = lockedAt ? format.dayAndTime(lockedAt) : '';
  const tone = toneOf[state];
  return (
    <p className={classes.facts}>
      <span>
        {t('userName')}: <strong>{userName}</strong>
      </span>
      <Tag tone={tone}>{t(`state.${state}`, { until, since, reason: lockReason ?? '' })}</Tag>
    </p>
  );
}

interface ChangesProps {
  person: StaffLine;
  name: string;
  account: Account | undefined;
  accounts: Accounts;
  onOneTime: (oneTime: OneTime) => void;
}

function Changes({ person, name, account, accounts, onOneTime }: ChangesProps) {
  const { t } = useTranslation('accounts');
  const [open, setOpen] = useState<'open' | 'renew' | 'lock' | null>(null);
  const { staffId } = person;
  const dialog = { staffId, name, accounts, onClose: () => setOpen(null) };
  const unlock = async () => {
    const outcome = await accounts.change('accounts.unlock', { staffId });
    if ('done' in outcome) sayDone(t('unlocked', { name }));
    else sayProblem(outcome.problem);
  };
  return (
    <div className={classes.actions}>
      {!account && person.here ? <Button onClick={() => setOpen('open')}>{t('open')}</Button> : null}
      {account && account.state !== 'locked' && person.here ? (
        <Button onClick={() => setOpen('renew')}>{t('renew')}</Button>
      ) : null}
      {account && account.state !== 'locked' ? (
        <Button onClick={() => setOpen('lock')}>{t('lock')}</Button>
      ) : null}
      {account?.state === 'locked' ? <Button onClick={() => void unlock()}>{t('unlock')}</Button> : null}
      {open === 'open' ? (
        <OpenAccountDialog {...dialog} familyName={person.familyName} onOneTime={onOneTime} />
      ) : null}
      {open === 'renew' ? <RenewAccountDialog {...dialog} onOneTime={onOneTime} /> : null}
      {open === 'lock' ? <LockAccountDialog {...dialog} /> : null}
    </div>
  );
}

function Devices({ account, accounts }: { account: Account; accounts: Accounts }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const [lost, setLost] = useState<Account['devices'][number] | null>(null);
  return (
    <>
      <h4>{t('devices')}</h4>
      {account.devices.length === 0 ? <p className={classes.hint}>{t('noDevices')}</p> : null}
      <ul className={classes.devices}>
        {account.devices.map((device) => (
          <li key={device.deviceId}>
            <span className={classes.device}>
              {device.name} <small>{t('lastSignIn', { when: format.dayAndTime(device.lastSignInAt) })}</small>
            </span>
            {device.revokedAt ? (
              <Tag tone="fact">{t('revoked')}</Tag>
            ) : (
              <Button kind="quiet" onClick={() => setLost(device)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {lost ? <RevokeDeviceDialog device={lost} accounts={accounts} onClose={() => setLost(null)} /> : null}
    </>
  );
}
