import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { type ClassDay, countMissing } from './presence.ts';

/** "Klasse hat gemeldet": whoever is not marked is there. With nobody missing the button says so. */
export function ReportButton({ day }: { day: ClassDay }) {
  const { t } = useTranslation('roll-call');
  const report = useCommand('rollCall.report');
  const missing = countMissing(day.lines);
  const schoolClass = day.schoolClass;
  const send = async () => {
    if (!schoolClass) return;
    const { classId, name } = schoolClass;
    const rollCallId = newId();
    const answer = await report({ rollCallId, classId, day: day.day });
    if (!answer.ok) return;
    sayDone(t(missing === 0 ? 'savedAllHere' : 'saved', { name, count: missing }), {
      steps: [undoBy('rollCall.retract', { rollCallId, classId })],
      said: t('takenBack', { name }),
    });
  };
  const reported = day.reported !== null;
  useShortcut('listReport', () => void send(), !reported);
  if (reported) return null;
  return (
    <Button
      kind="primary"
      size="large"
      icon={<IconSend aria-hidden />}
      shortcut="listReport"
      onClick={() => void send()}
    >
      {missing === 0 ? t('allHere') : t('report', { count: missing })}
    </Button>
  );
}
