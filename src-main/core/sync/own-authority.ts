import { X509Certificate } from 'node:crypto';

/** Whether a text is a certificate that a server's can be checked against (PEM); TLS would say so only later. */
export function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).toString() !== '';
  } catch {
    return false;
  }
}
