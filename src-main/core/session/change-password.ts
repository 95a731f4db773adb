import type { Profile } from './device-file.ts';
import type { PasswordCost } from './key-wrap.ts';
import { wrapFor } from './online-profile.ts';
import type { ProfileTools } from './open-profile.ts';
import type { OpenSession } from './open-session.ts';
import { signInAtServer } from './server-contact.ts';
import { refusalOf, refusedSignIn, type SignInRefused } from './sign-in-refusal.ts';

/**
 * Gives somebody another password: at the server first, then around the key of their cache. Should the device end
 * in between, the cache is begun anew at the next sign-in, as after any forgotten password, and what was not sent
 * goes by its sealed copies.
 * @returns the profile with its key under the new password, or why the server did not take it
 */
export async function changeOwnPassword(
  tools: ProfileTools & { readonly cost: PasswordCost },
  { profile, workspace, tokens }: OpenSession,
  typed: { readonly password: string; readonly newPassword: string },
): Promise<{ status: 'changed'; profile: Profile } | SignInRefused> {
  const { userName } = profile.person;
  const answer = await signInAtServer(tools.environment, tools.device, { userName, ...typed });
  if (answer.kind !== 'signedIn') return refusalOf(answer, false) ?? refusedSignIn('wrongPassword');
  const { key } = workspace.cache.file;
  const wrapped = key && { ...profile, key: await wrapFor(tools, key, typed.newPassword) };
  if (wrapped) await tools.device.keepProfile(wrapped);
  await tokens.changeTo(typed.newPassword, workspace.cache, answer.answer);
  workspace.engine.poke();
  return { status: 'changed', profile: wrapped ?? profile };
}
