import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT_CHANNEL, PORT_CHANNEL } from './channels.ts';
import { createWindowBridge } from './window-bridge.ts';

/** All the window gets of the machine: the two functions of a Transport. */
const bridge = createWindowBridge();

ipcRenderer.on(PORT_CHANNEL, (event) => bridge.takePort(event.ports[0] ?? null));
void ipcRenderer.invoke(CONNECT_CHANNEL, {});

contextBridge.exposeInMainWorld('postmappe', { request: bridge.request, onChange: bridge.onChange });
