import { type StaffRole, staffRoles } from '../../../src-shared/rights/roles.ts';

export const sceneNames = [
  'morning',
  'calm',
  'early',
  'offline',
  'free',
  'crowded',
  'signedOut',
  'locked',
  'firstSync',
  'rescue',
  'slow',
] as const;
export type SceneName = (typeof sceneNames)[number];

/** Which morning is shown, and to whom. */
export interface Scene {
  readonly name: SceneName;
  readonly role: StaffRole;
}

/** Reads `?scene=offline&as=teacher`; anything unknown is the office's morning. */
export function sceneFrom(search: string): Scene {
  const params = new URLSearchParams(search);
  return {
    name: sceneNames.find((name) => name === params.get('scene')) ?? 'morning',
    role: staffRoles.find((role) => role === params.get('as')) ?? 'schoolOffice',
  };
}
