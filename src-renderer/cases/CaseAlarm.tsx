import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { useHost } from '../host/host-services.ts';
import { useSession } from '../session/session-context.ts';
import { newCases } from './new-cases.ts';
import { useOpenCases } from './use-open-cases.ts';

/**
 * Tells the office on the desktop when a child turns out to be missing without anybody knowing why. The text
 * names nobody: it stands on a screen that the counter can see.
 */
export function CaseAlarm() {
  const { t } = useTranslation('cases');
  const host = useHost();
  const go = useRoute((route) => route.go);
  const inOffice = useSession().person.role === 'schoolOffice';
  const { cases, known } = useOpenCases();
  const seen = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!inOffice || !known) return;
    const { fresh, seen: now } = newCases(cases, seen.current);
    seen.current = now;
    if (fresh > 0) host.notify(t('notification', { count: fresh }), () => go('today'));
  }, [cases, known, inOffice, host, go, t]);
  return null;
}
