import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { useSession } from '../session/session-context.ts';
import { noDecisions, sentDecisions } from './decisions.ts';
import { ImportFooter } from './ImportFooter.tsx';
import classes from './ImportPreview.module.css';
import { summarise, summarySentence } from './import-summary.ts';
import { ProblemList } from './ProblemList.tsx';
import { type SectionKey, sectionsOf } from './preview-sections.ts';
import { SectionNav } from './SectionNav.tsx';
import { SectionPane } from './SectionPane.tsx';
import { SourceBar } from './SourceBar.tsx';
import type { Import, Unread } from './use-import.ts';

interface ImportPreviewProps {
  work: Import;
  preview: RosterPreview;
  unread: Unread;
}

/** What the files would change, part by part, with a tick for each thing. Nothing has changed yet. */
export function ImportPreview({ work, preview, unread }: ImportPreviewProps) {
  const { t } = useTranslation('roster-screen');
  const { today } = useSession();
  const [decisions, decide] = useState(() => noDecisions(today));
  const sections = useMemo(() => sectionsOf(preview), [preview]);
  const [chosen, choose] = useState<SectionKey | null>(null);
  const section = sections.find(({ key }) => key === chosen) ?? sections[0];
  const summary = useMemo(() => summarise(preview, decisions), [preview, decisions]);
  const sentence = summarySentence(summary, t);
  return (
    <>
      <SourceBar work={work} preview={preview} />
      {unread.problems.length > 0 ? <ProblemList {...unread} onMap={work.map} /> : null}
      <div className={classes.columns}>
        <SectionNav
          sections={sections}
          chosen={section?.key ?? null}
          preview={preview}
          decisions={decisions}
          onChoose={choose}
        />
        {section ? (
          <SectionPane
            key={section.key}
            section={section}
            preview={preview}
            decisions={decisions}
            onDecide={decide}
          />
        ) : null}
      </div>
      <ImportFooter
        preview={preview}
        decisions={decisions}
        sentence={sentence}
        onApply={() => void work.apply(sentDecisions(decisions), sentence)}
        onCancel={work.restart}
      />
    </>
  );
}
