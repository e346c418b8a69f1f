import {
  ArrowLeftRight,
  CircleDot,
  Clock,
  Flag,
  GitMerge,
  Lightbulb,
  Link,
  Lock,
  type LucideIcon,
  Megaphone,
  Pencil,
  Repeat2,
  Scale,
  Square,
  SquareCheck,
  Tag,
  UserRound,
} from 'lucide-react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import type { Change } from '#shared/domain/change.ts';
import type { RecordEntity } from '#shared/domain/record-change.ts';
import { ICON } from '../../ui/icon.ts';
import { PersonDisc } from '../../ui/person.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';

/** What a line is, at a glance. */
export function EntryGlyph({ item }: { readonly item: TimelineItemT }) {
  if (item.kind !== 'change') return <PersonDisc name={item.by.name} />;
  const change = item.changes[0];
  if (change?.kind === 'declared') return <SeverityGlyph severity={change.severity} isNamed />;
  if (change?.kind === 'severity') return <SeverityGlyph severity={change.to} isNamed />;
  const Icon = iconOf(change);
  return <Icon {...ICON} />;
}

const RECORD_ICONS: Readonly<Record<RecordEntity, LucideIcon>> = {
  action: Square,
  follow_up: Repeat2,
  update: Megaphone,
  decision: Scale,
  hypothesis: Lightbulb,
  link: Link,
  handover: ArrowLeftRight,
  relation: GitMerge,
  field: Tag,
};

function iconOf(change: Change | undefined): LucideIcon {
  switch (change?.kind) {
    case 'status':
      return CircleDot;
    case 'role':
    case 'role-named':
    case 'role-removed':
    case 'role-restored':
      return UserRound;
    case 'renamed':
    case 'summary':
    case 'impact':
    case 'action-text':
      return Pencil;
    case 'participant':
      return UserRound;
    case 'relation':
      return GitMerge;
    case 'custom-field':
    case 'custom-field-named':
      return Tag;
    case 'visibility':
      return Lock;
    case 'key-time':
      return Clock;
    case 'action-done':
      return SquareCheck;
    case 'action-added':
    case 'action-owner':
    case 'action-reopened':
    case 'action-status':
      return Square;
    case 'record-added':
    case 'record-set':
    case 'record-removed':
    case 'record-restored':
      return RECORD_ICONS[change.entity];
    default:
      return Flag;
  }
}
