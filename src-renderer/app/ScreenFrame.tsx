import { Component, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { StillLoading } from '../session/StillLoading.tsx';
import { useSession } from '../session/session-context.ts';
import { useRoute } from './routes.ts';
import { mayOpen, railScreens, screenOf } from './screens.ts';

/** The present screen. One that fails to load or to draw says so and leaves the rest of the window alive. */
export function ScreenFrame() {
  const { person, firstSync } = useSession();
  const { role } = person;
  const asked = useRoute((state) => state.screen);
  const name = mayOpen(role, asked) ? asked : (railScreens(role)[0] ?? 'today');
  // These are true with the morning's rows; every other screen would be half of the truth.
  if (firstSync && name !== 'today' && name !== 'attention') return <StillLoading />;
  const Screen = screenOf(name);
  return (
    <ScreenGuard key={name}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ScreenGuard>
  );
}

class ScreenGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (
      <Broken onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('frame');
  return (
    <EmptyState title={t('broken.title')} action={<Button onClick={onRetry}>{t('broken.retry')}</Button>}>
      {t('broken.text')}
    </EmptyState>
  );
}
