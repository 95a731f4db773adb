import { IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/Card.tsx';
import { DowntimeLine } from './DowntimeLine.tsx';
import classes from './Paper.module.css';

/** The downtime sheets as a card of their own: what they are for, where they lie. */
export function DowntimeCard() {
  const { t } = useTranslation('paper-screen');
  return (
    <Card title={t('sheets.downtime')} icon={<IconPlugOff aria-hidden />}>
      <div className={classes.card}>
        <p>{t('downtime.text')}</p>
        <DowntimeLine />
      </div>
    </Card>
  );
}
