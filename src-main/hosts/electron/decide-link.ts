/** What is done with a link that leads out of the app. */
export type LinkDecision =
  | { readonly kind: 'refuse' }
  /** Handed to the telephone or mail program at once: the person pressed exactly that. */
  | { readonly kind: 'open'; readonly url: string }
  /** A web page: the person sees whose it is and decides. */
  | { readonly kind: 'ask'; readonly url: string; readonly shown: string };

const LONGEST_LINK = 2_000;

/** Only https, mailto and tel; no credentials in the address, no host that a glance could mistake. */
export function decideLink(text: string): LinkDecision {
  const url = text.length <= LONGEST_LINK ? URL.parse(text) : null;
  if (!url) return { kind: 'refuse' };
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return decideProgram(url);
  const isPlain = url.username === '' && url.password === '' && url.hostname !== '';
  // URL writes foreign letters of a host as xn--…, which is what the person is to see.
  if (url.protocol === 'https:' && isPlain) return { kind: 'ask', url: url.href, shown: url.host };
  return { kind: 'refuse' };
}

/** Mail programs take attachments from some addresses; telephones take codes. Neither is ours to send. */
function decideProgram(url: URL): LinkDecision {
  const isPlain =
    url.protocol === 'tel:'
      ? /^\+?[\d()/.-]{2,30}$/.test(url.pathname.replaceAll('%20', '')) && url.search === ''
      : [...url.searchParams.keys()].every((key) => ['subject', 'body', 'cc', 'bcc'].includes(key));
  return isPlain ? { kind: 'open', url: url.href } : { kind: 'refuse' };
}
