import { IconUserStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useMay } from '../absences/use-may.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import { AppointLead } from './AppointLead.tsx';
import { EndDialog } from './EndDialog.tsx';
import classes from './Groups.module.css';
import { useSpanWords } from './use-span-words.ts';

type Group = NonNullable<OperationResult<'groups.detail'>>;
type Lead = Group['leads'][number];

/** Who leads a group, from when until when. */
export function LeadsCard({ group }: { group: Group }) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const words = useSpanWords();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<Lead | null>(null);
  return (
    <Card title={t('leads')} icon={<IconUserStar aria-hidden />}>
      {group.leads.some(({ when }) => when !== 'past') ? null : (
        <p className={classes.text}>{t('nobodyLeads')}</p>
      )}
      <ul className={classes.rows}>
        {group.leads.map((one) => (
          <li key={one.leadId} data-quiet={one.when === 'past' || undefined}>
            <span>
              <b>{one.name}</b>
              <small>{words(one)}</small>
            </span>
            {one.when !== 'past' && may('groups.relieveLead') ? (
              <Button kind="quiet" onClick={() => setEnding(one)}>
                {t('end.begin')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may('groups.appointLead') && group.when !== 'past' ? (
        <div className={classes.foot}>
          <Button onClick={() => setAppointing(true)}>{t('lead.begin')}</Button>
        </div>
      ) : null}
      {appointing ? <AppointLead group={group} onClose={() => setAppointing(false)} /> : null}
      {ending ? <EndLead group={group} one={ending} onClose={() => setEnding(null)} /> : null}
    </Card>
  );
}

function EndLead({ group, one, onClose }: { group: Group; one: Lead; onClose: () => void }) {
  const { t } = useTranslation('groups');
  const relieve = useCommand('groups.relieveLead');
  const { groupId } = group;
  const { leadId, staffId, name, fromDay, untilDay } = one;
  return (
    <EndDialog
      title={t('end.lead', { name, group: group.name })}
      span={one}
      onClose={onClose}
      onEnd={async (on) => {
        if (!(await relieve({ leadId, groupId, on })).ok) return false;
        const step =
          on < fromDay
            ? undoBy('groups.appointLead', { leadId: newId(), groupId, staffId, fromDay, untilDay })
            : undoBy('groups.relieveLead', { leadId, groupId, on: untilDay });
        const sentence = t('end.done', { name });
        sayDone(sentence, { steps: [step], said: t('common:takenBack', { sentence }) });
        return true;
      }}
    />
  );
}
