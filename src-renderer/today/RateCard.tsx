import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { RateChart } from './RateChart.tsx';
import { RateTable } from './RateTable.tsx';
import type { RateWeek } from './rate-scale.ts';

/** The absence rate of the last six weeks beside last year's, as a picture or as figures. */
export function RateCard({ weeks }: { weeks: readonly RateWeek[] }) {
  const { t } = useTranslation('today');
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={t('rate')}
      fill
      aside={
        <Button
          kind="quiet"
          icon={asTable ? <IconChartLine aria-hidden /> : <IconTable aria-hidden />}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'asChart' : 'asTable')}
        </Button>
      }
    >
      {asTable ? <RateTable weeks={weeks} /> : <RateChart weeks={weeks} />}
    </Card>
  );
}
