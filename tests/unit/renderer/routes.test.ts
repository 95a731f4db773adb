import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf, routeOf, screens, useRoute } from '../../../src-renderer/app/routes.ts';
import { mayOpen, railScreens, takesCalls } from '../../../src-renderer/app/screens.ts';
import { staffRoles } from '../../../src-shared/rights/roles.ts';

describe('addresses', () => {
  it('lead back to the route they were made from', () => {
    const params = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...screens), params, (screen, given) => {
        const route = { screen, params: { ...given } };
        expect(routeOf(hashOf(route))).toEqual(route);
      }),
    );
  });

  it.each(['', '#/', '#/nonsense?class=1', '#today', '#/%%%'])('%s opens Today', (hash) => {
    expect(routeOf(hash).screen).toBe('today');
  });

  it('never carry a child: the id stays in memory', () => {
    const { screen, params, studentId } = { screen: 'absences' as const, params: {}, studentId: 'a-child' };
    useRoute.getState().go(screen, params, studentId);
    expect(useRoute.getState().studentId).toBe('a-child');
    expect(hashOf(useRoute.getState())).not.toContain('a-child');
  });
});

describe('moving through the app', () => {
  beforeEach(() => useRoute.getState().go('today'));

  it('changes and drops parameters of the present screen', () => {
    useRoute.getState().go('classes', { class: '3b', view: 'week' });
    useRoute.getState().change({ class: '4a', view: null });
    expect(useRoute.getState()).toMatchObject({ screen: 'classes', params: { class: '4a' } });
  });

  it('leaves a child behind when another screen is opened', () => {
    useRoute.getState().go('absences', {}, 'a-child');
    useRoute.getState().go('today');
    expect(useRoute.getState().studentId).toBeNull();
  });
});

describe('who sees which screens', () => {
  it('S: an administrator sees no screen with children and takes no calls', () => {
    expect(railScreens('administrator')).toEqual(['administration']);
    for (const screen of ['today', 'classes', 'absences'] as const)
      expect(mayOpen('administrator', screen)).toBe(false);
    expect(takesCalls('administrator')).toBe(false);
  });

  it('lets everybody read what the server refused of theirs', () => {
    for (const role of staffRoles) expect(mayOpen(role, 'attention')).toBe(true);
  });

  it('shows imports to the office and the head only', () => {
    expect(railScreens('teacher')).not.toContain('administration');
    expect(railScreens('schoolOffice')).toContain('administration');
    expect(railScreens('principal')).toContain('administration');
  });
});
