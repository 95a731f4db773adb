import { useTranslation } from 'react-i18next';
import { facetReach } from '../../src-shared/rights/facets.ts';
import { useLatest } from '../client/use-latest.ts';
import { useQuery } from '../client/use-query.ts';
import { useOverview } from '../components/shortcut-overview-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useSession } from '../session/session-context.ts';
import { useTour } from '../tour/tour-store.ts';
import { useRoute } from './routes.ts';
import { railScreens, takesCalls } from './screens.ts';

/** A line of the search: a child, or something the app can do. */
export interface SearchItem {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly run: () => void;
}

/** Below this many letters everybody would be found. */
const ENOUGH_LETTERS = 2;

/** What the typed text finds: children first, then commands. `answered`: the children are those of this very text. */
export function useSearchItems(text: string): { items: readonly SearchItem[]; answered: boolean } {
  const { t } = useTranslation('frame');
  const { role } = useSession().person;
  const go = useRoute((state) => state.go);
  const query = text.trim();
  const asks = takesCalls(role) && query.length >= ENOUGH_LETTERS;
  const answer = useQuery('desk.searchStudents', asks ? { query, limit: 8 } : null);
  const found = useLatest(answer.data, asks);
  const students = (found?.hits ?? []).map((hit) => ({
    id: hit.studentId,
    title: `${hit.givenName} ${hit.familyName}`,
    hint: t('search.student', { className: hit.className }),
    run: () => go('students', {}, hit.studentId),
  }));
  const answered = !asks || answer.failure !== null || (answer.data !== undefined && !answer.fetching);
  return { items: [...students, ...useCommandItems(query)], answered };
}

function useCommandItems(query: string): SearchItem[] {
  const { t } = useTranslation('frame');
  const { t: tt } = useTranslation('tour');
  const { t: ti } = useTranslation('inbox');
  const { role } = useSession().person;
  const go = useRoute((state) => state.go);
  const hint = t('search.command');
  const items: SearchItem[] = railScreens(role)
    .filter((name) => name !== 'attention')
    .map((name) => ({ id: name, title: t(`screens.${name}`), hint, run: () => go(name) }));
  const { show } = useDesk.getState();
  if (takesCalls(role)) items.push({ id: 'takeCall', title: t('takeCall'), hint, run: () => show() });
  if (facetReach(role, 'office.inbox') !== 'none')
    items.push({ id: 'listen', title: ti('listen'), hint, run: () => show({ channel: 'answeringMachine' }) });
  items.push({ id: 'tour', title: tt('open'), hint, run: useTour.getState().begin });
  items.push({ id: 'shortcuts', title: t('shortcuts'), hint, run: useOverview.getState().show });
  const wanted = query.toLocaleLowerCase();
  return query === '' ? [] : items.filter((item) => item.title.toLocaleLowerCase().includes(wanted));
}
