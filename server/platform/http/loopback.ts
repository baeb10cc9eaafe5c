/** Does this address only reach this machine? The one-click sign-in of the demo is never offered on any other. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')
