/** The window asks for its port to the core. No arguments. */
export const CONNECT_CHANNEL = 'core.connect';
/** Main hands a port to the core to the window; without a port: the core is gone for now. */
export const PORT_CHANNEL = 'core.port';
