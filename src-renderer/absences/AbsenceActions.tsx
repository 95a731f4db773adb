import {
  IconBuildingHospital,
  IconCertificate,
  IconCheck,
  IconMailOpened,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './AbsencePanel.module.css';
import type { AbsenceDetail } from './absence-detail.ts';
import { type OfferedAction, offeredActions } from './offered-actions.ts';
import { useAbsenceActions } from './use-absence-actions.ts';
import { useMay } from './use-may.ts';

const icons: Record<OfferedAction['id'], ReactNode> = {
  absenceHealthOffice: <IconBuildingHospital />,
  absenceWritten: <IconMailOpened />,
  absenceCertificate: <IconCertificate />,
  absenceExcuse: <IconCheck />,
  absenceUnexcuse: <IconX />,
  absenceCorrect: <IconPencil />,
};

/** What this person may do with the absence as it stands, each with its key. */
export function AbsenceActions({ detail, onCorrect }: { detail: AbsenceDetail; onCorrect: () => void }) {
  const { t } = useTranslation('absences');
  const act = useAbsenceActions(detail.line);
  if (detail.line.withdrawn) return <p className={classes.calm}>{t('panel.withdrawn')}</p>;
  const run: Record<OfferedAction['id'], () => unknown> = {
    absenceHealthOffice: act.healthOffice,
    absenceWritten: act.written,
    absenceCertificate: act.certificate,
    absenceExcuse: () => act.excuse('excused'),
    absenceUnexcuse: () => act.excuse('unexcused'),
    absenceCorrect: onCorrect,
  };
  return (
    <fieldset className={classes.actions} aria-label={t('panel.actions')}>
      {offeredActions(detail).map((action) => (
        <Action key={action.id} action={action} onDo={run[action.id]} />
      ))}
      <Withdraw onWithdraw={act.withdraw} />
    </fieldset>
  );
}

function Action({ action, onDo }: { action: OfferedAction; onDo: () => unknown }) {
  const { t } = useTranslation('absences');
  const { id, needs, long } = action;
  const allowed = useMay()(needs);
  const run = () => void onDo();
  useShortcut(id, run, allowed);
  if (!allowed) return null;
  return (
    <Button
      icon={icons[id]}
      shortcut={id}
      className={classes.action}
      data-long={long || undefined}
      onClick={run}
    >
      {t(`actions.${id}`)}
    </Button>
  );
}

/** Asks once more: there is no way back from a withdrawn absence except recording it anew. */
function Withdraw({ onWithdraw }: { onWithdraw: () => Promise<boolean> }) {
  const { t } = useTranslation('absences');
  const [asking, setAsking] = useState(false);
  if (!useMay()('absences.withdraw')) return null;
  if (!asking)
    return (
      <Button kind="quiet" className={classes.withdraw} onClick={() => setAsking(true)}>
        {t('withdraw.begin')}
      </Button>
    );
  return (
    <div className={classes.ask} role="alertdialog" aria-label={t('withdraw.question')}>
      <p>{t('withdraw.question')}</p>
      <Button autoFocus onClick={() => void onWithdraw()}>
        {t('withdraw.yes')}
      </Button>
      <Button kind="quiet" onClick={() => setAsking(false)}>
        {t('withdraw.no')}
      </Button>
    </div>
  );
}
