import '@fontsource-variable/inter/index.css';
import './mantine.css';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../client/client.tsx';
import type { Connection } from '../client/connect.ts';
import { questionOf } from '../client/use-query.ts';
import { App } from './App.tsx';
import { changeLanguage, startLanguage } from './language.ts';
import { usePreferences } from './preferences.ts';

/**
 * Starts the window in an element of the page. Who is here is asked while
 * the words are fetched.
 */
export async function startApp(root: HTMLElement, { transport, host }: Connection): Promise<void> {
  const client = createClient(transport);
  client.cache.askAhead(questionOf(client.ask, 'session.state', {}));
  await startLanguage(usePreferences.getState().language);
  usePreferences.subscribe(({ language }) => void changeLanguage(language));
  createRoot(root).render(
    <StrictMode>
      <App client={client} host={host} />
    </StrictMode>,
  );
}
