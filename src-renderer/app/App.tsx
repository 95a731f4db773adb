import { MantineProvider } from '@mantine/core';
import { type Client, ClientProvider } from '../client/client.tsx';
import { HostContext, type HostServices } from '../host/host-services.ts';
import { SessionGate } from '../session/SessionGate.tsx';
import { Shell } from './Shell.tsx';
import { theme } from './theme.ts';
import { useTheme } from './use-theme.ts';

/** The window: providers, and behind the session's gate the app itself. */
export function App({ client, host }: { client: Client; host: HostServices }) {
  const scheme = useTheme();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <HostContext value={host}>
        <ClientProvider client={client}>
          <SessionGate>
            <Shell />
          </SessionGate>
        </ClientProvider>
      </HostContext>
    </MantineProvider>
  );
}
