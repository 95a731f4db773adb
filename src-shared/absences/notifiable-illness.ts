/**
 * The closed list of § 34 IfSG (Abs. 1, 2 and 3): with one of these, or its suspicion, a child may not
 * come to school and the head informs the health office. Kept as data; no other diagnosis is ever asked for.
 * Source: Infektionsschutzgesetz § 34, state of 26 March 2022; to be checked by the school each year.
 */
export const notifiableIllnesses = [
  'headLice',
  'scabies',
  'scarletFever',
  'measles',
  'chickenpox',
  'whoopingCough',
  'mumps',
  'rubella',
  'infectiousGastroenteritisUnderSix',
  'ehec',
  'shigellosis',
  'cholera',
  'typhoid',
  'hepatitisA',
  'hepatitisE',
  'meningococci',
  'hibMeningitis',
  'impetigo',
  'diphtheria',
  'polio',
  'plague',
  'tuberculosis',
  'haemorrhagicFever',
  'orthopox',
] as const;
export type NotifiableIllness = (typeof notifiableIllnesses)[number];
