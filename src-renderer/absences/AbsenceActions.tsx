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
import type { OperationName } from '../../src-shared/rights/operations.ts';
import { Button } from '../components/Button.tsx';
import type { ShortcutId } from '../keyboard/catalogue.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './AbsencePanel.module.css';
import type { AbsenceDetail } from './absence-detail.ts';
import { useAbsenceActions } from './use-absence-actions.ts';
import { useMay } from './use-may.ts';

/** What this person may do with the absence as it stands, each with its key. */
export function AbsenceActions({ detail, onCorrect }: { detail: AbsenceDetail; onCorrect: () => void }) {
  const { t } = useTranslation('absences');
  const { line, notifiable } = detail;
  const act = useAbsenceActions(line);
  if (line.withdrawn) return <p className={classes.calm}>{t('panel.withdrawn')}</p>;
  const unknownToHealthOffice = notifiable !== null && notifiable.healthOfficeNotifiedAt === null;
  return (
    <fieldset className={classes.actions} aria-label={t('panel.actions')}>
      {unknownToHealthOffice ? (
        <Action
          long
          id="absenceHealthOffice"
          needs="absences.noteHealthOfficeNotice"
          icon={<IconBuildingHospital />}
          onDo={act.healthOffice}
        />
      ) : null}
      {line.writtenExcuseOn === null ? (
        <Action
          long
          id="absenceWritten"
          needs="absences.noteWrittenExcuse"
          icon={<IconMailOpened />}
          onDo={act.written}
        />
      ) : null}
      {line.certificateSeenOn === null ? (
        <Action
          long
          id="absenceCertificate"
          needs="absences.noteCertificate"
          icon={<IconCertificate />}
          onDo={act.certificate}
        />
      ) : null}
      {line.excuse === 'excused' ? null : (
        <Action
          id="absenceExcuse"
          needs="absences.excuse"
          icon={<IconCheck />}
          onDo={() => act.excuse('excused')}
        />
      )}
      {line.excuse === 'unexcused' ? null : (
        <Action
          id="absenceUnexcuse"
          needs="absences.excuse"
          icon={<IconX />}
          onDo={() => act.excuse('unexcused')}
        />
      )}
      <Action id="absenceCorrect" needs="absences.correct" icon={<IconPencil />} onDo={onCorrect} />
      <Withdraw onWithdraw={act.withdraw} />
    </fieldset>
  );
}

interface ActionProps {
  id: ShortcutId;
  needs: OperationName;
  icon: ReactNode;
  /** Its words need the whole width. */
  long?: boolean;
  onDo: () => unknown;
}

function Action({ id, needs, icon, long = false, onDo }: ActionProps) {
  const { t } = useTranslation('absences');
  const allowed = useMay()(needs);
  const run = () => void onDo();
  useShortcut(id, run, allowed);
  if (!allowed) return null;
  return (
    <Button icon={icon} shortcut={id} className={classes.action} data-long={long || undefined} onClick={run}>
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
