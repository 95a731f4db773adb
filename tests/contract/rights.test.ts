import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config/project.ts';
import { commands } from '../../src-shared/contract/commands.ts';
import { rightsDocument } from '../../src-shared/rights/document.ts';
import { facetReach, facetRights, facets, isFacet } from '../../src-shared/rights/facets.ts';
import { operationReach, operationRights } from '../../src-shared/rights/operations.ts';
import { roles } from '../../src-shared/rights/roles.ts';
import { tableNames, tables } from '../../src-shared/tables/registry.ts';

describe('the table of rights', () => {
  it('is what docs/rights.md says (run `node config/write-rights.ts` after a change)', () => {
    expect(readFileSync(join(projectRoot, 'docs/rights.md'), 'utf8')).toBe(rightsDocument());
  });

  it('has a row for each command, and no other', () => {
    expect(Object.keys(operationRights).sort()).toEqual(Object.keys(commands).sort());
  });

  it('knows the facet of each table, with the root the table names', () => {
    for (const name of tableNames) {
      const { facet, root } = tables[name];
      expect(isFacet(facet), name).toBe(true);
      expect(facetRights[facet].root, name).toBe(root);
    }
  });

  it('shows an administrator no child and no message', () => {
    const seen = facets.filter((facet) => facetReach('administrator', facet) !== 'none');
    expect(seen).toEqual(['school.directory']);
  });

  it('shows a notifiable illness to office and head only', () => {
    const seen = roles.filter((role) => facetReach(role, 'student.notifiable') !== 'none');
    expect(seen).toEqual(['schoolOffice', 'principal']);
  });

  it('shows a handover to nobody who may not see a notifiable illness: it can name one', () => {
    for (const role of roles) {
      if (facetReach(role, 'student.notifiable') !== 'all')
        expect(facetReach(role, 'office.handovers'), role).toBe('none');
    }
  });

  it('lets guardians report for their own children and do nothing else', () => {
    const allowed = Object.keys(operationRights).filter(
      (name) => operationReach('guardian', name) !== 'none',
    );
    expect(allowed).toEqual(['absences.report']);
    expect(operationReach('guardian', 'absences.report')).toBe('own');
  });

  it('leaves decisions to the head', () => {
    for (const name of [
      'absences.requireCertificate',
      'absences.liftCertificateDuty',
      'cases.decideConcern',
    ]) {
      expect(roles.filter((role) => operationReach(role, name) !== 'none')).toEqual(['principal']);
    }
  });

  it('gives nobody an operation it does not know', () => {
    for (const name of ['absences.delete', '__proto__', 'constructor', '']) {
      expect(roles.map((role) => operationReach(role, name))).toEqual(roles.map(() => 'none'));
    }
  });
});
