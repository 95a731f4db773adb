import { startApp } from '../../../src-renderer/app/start.tsx';
import { fakeHost } from './fake-host.ts';
import { createFakeTransport } from './fake-transport.ts';
import { sceneFrom } from './scene.ts';

/** The window over an invented core, for pictures and for tests of the screens. */
const root = document.getElementById('root');
if (root) void startApp(root, { transport: createFakeTransport(sceneFrom(location.search)), host: fakeHost });
