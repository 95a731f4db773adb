import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { useHost } from '../host/host-services.ts';
import { useSession } from '../session/session-context.ts';
import { newCases } from './new-cases.ts';
import { useOpenCases } from './use-open-cases.ts';

/**
 * Tells the office on the desktop of a child missing without anybody knowing why and of a class that stays silent,
 * and the head of a worrying factor to decide on. The text names nobody: it stands on a screen that others can see.
 */
export function CaseAlarm() {
  const { role } = useSession().person;
  if (role === 'schoolOffice') return <OfficeAlarm />;
  return role === 'principal' ? <HeadAlarm /> : null;
}

function OfficeAlarm() {
  const { cases, silent, known } = useOpenCases();
  const open = cases.filter((one) => !one.waitingReport).map(({ studentId, day }) => `${studentId} ${day}`);
  useAlarm('notification', known ? open : null);
  useAlarm('notificationSilent', known ? silent.map(({ classId }) => classId) : null);
  return null;
}

function HeadAlarm() {
  const { data } = useQuery('today.principal', {});
  useAlarm('notificationConcern', data ? data.concerns.map(({ concernId }) => concernId) : null);
  return null;
}

/** Says how many are new since the last look; null while nothing is known yet. */
function useAlarm(
  word: 'notification' | 'notificationSilent' | 'notificationConcern',
  ids: readonly string[] | null,
): void {
  const { t } = useTranslation('cases');
  const host = useHost();
  const go = useRoute((route) => route.go);
  const seen = useRef<ReadonlySet<string> | null>(null);
  const text = ids === null ? null : JSON.stringify(ids);
  const present = useMemo(() => (text === null ? null : (JSON.parse(text) as string[])), [text]);
  useEffect(() => {
    if (present === null) return;
    const { fresh, seen: now } = newCases(present, seen.current);
    seen.current = now;
    if (fresh > 0) host.notify(t(word, { count: fresh }), () => go('today'));
  }, [present, host, go, t, word]);
}
