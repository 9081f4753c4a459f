import { useMemo } from 'react';
import type { ChangeKind, FileComparison } from '../../../api/index.js';
import { Diagram } from '../../../shared/bpmn/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { FormSide } from './FormSide.js';
import { Lines } from './Lines.js';
import { words } from './words.js';

interface Props {
  file: FileComparison;
  before: string;
  after: string;
  focus: string | undefined;
}

const NO_TOKENS: [] = [];

/** Both versions of a file, with what differs marked in each; on a narrow screen one below the other. */
export default function SideBySide({ file, before, after, focus }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  /** By place, the most telling mark: what is moved and changed is changed. */
  const marks = useMemo(() => new Map<string, ChangeKind>(file.changes.toReversed().filter(({ place }) => place).map(({ place, change }) => [place, change])), [file]);
  if (file.kind === 'letter') return <Lines lines={file.lines} />;
  const sides = [{ title: before, content: file.before }, { title: after, content: file.after }];
  return (
    <div className="row g-3">
      {sides.map(({ title, content }, index) => (
        <div key={index} className="col-12 col-lg-6">
          <h3 className="h4">{title}</h3>
          {content === null ? <p className="text-secondary">{t.absent}</p> : null}
          {content !== null && file.kind === 'diagram' ? <div className="border"><Diagram xml={content} name={`${file.title[lang]}, ${title}`} tokens={NO_TOKENS} marks={marks} focus={focus} /></div> : null}
          {content !== null && (file.kind === 'form' || file.kind === 'part') ? <FormSide content={content} marks={marks} focus={focus} name={title} /> : null}
        </div>
      ))}
    </div>
  );
}
