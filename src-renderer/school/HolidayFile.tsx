import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import { readChosenFiles } from '../roster/chosen-files.ts';
import { HolidayPreview } from './HolidayPreview.tsx';
import classes from './School.module.css';

type Preview = OperationResult<'calendar.preview'>;

/** Takes school holidays from a file: choose, look, take. Nothing changes before the last step. */
export function HolidayFile() {
  const { t } = useTranslation('school');
  const look = useCommand('calendar.preview');
  const take = useCommand('calendar.import');
  const [preview, setPreview] = useState<Preview | null>(null);
  const choose = async (chosen: readonly File[]) => {
    const { files } = await readChosenFiles(chosen);
    const file = files[0];
    const unread = { periods: [], problems: [{ code: 'fileUnreadable', line: null, value: '' } as const] };
    if (!file) return setPreview(unread);
    const answer = await look(file);
    if (answer.ok) setPreview(answer.result);
  };
  const onTake = async ({ periods }: Preview) => {
    const wanted = periods.filter(({ standing }) => standing !== 'known');
    const answer = await take({
      periods: wanted.map(({ standing: _, ...period }) => ({
        periodId: newId(),
        kind: 'schoolHoliday',
        ...period,
      })),
    });
    if (!answer.ok) return;
    sayDone(t('file.taken', { count: answer.result.entered + answer.result.moved }));
    setPreview(null);
  };
  return (
    <Card title={t('file.title')} icon={<IconFileImport aria-hidden />}>
      <div className={classes.body}>
        <p>{t('file.text')}</p>
        <FileButton onChoose={(chosen) => void choose(chosen)} />
        {preview ? (
          <HolidayPreview
            preview={preview}
            onTake={() => void onTake(preview)}
            onCancel={() => setPreview(null)}
          />
        ) : null}
      </div>
    </Card>
  );
}

function FileButton({ onChoose }: { onChoose: (chosen: readonly File[]) => void }) {
  const { t } = useTranslation('school');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.buttons}>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('file.choose')}
        accept=".ics,.csv,.txt,text/calendar,text/csv"
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('file.choose')}</Button>
    </div>
  );
}
