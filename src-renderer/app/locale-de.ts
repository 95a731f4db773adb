import { namespacesFrom } from './namespaces.ts';

const files = import.meta.glob<object>('../../resources/locales/de/*.json', {
  eager: true,
  import: 'default',
});

export const words = namespacesFrom(files);
