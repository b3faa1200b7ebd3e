import type { Permission } from '../../../../server/src/names';
import type { Word } from '../../words';

export interface ReadyMadeRole {
  /** In both languages: it is one role, whatever language whoever looks at it reads. */
  readonly name: string;
  /** What it may, in a sentence. */
  readonly may: Word;
  readonly ours: readonly Permission[];
  /** Of the Content Manager's acts, on campaigns. */
  readonly onCampaigns: readonly ('create' | 'read' | 'update')[];
}

/** Three parts, and of our permissions exactly what each needs: nobody can do another's part. */
export const READY_MADE_ROLES: readonly ReadyMadeRole[] = [
  {
    name: 'Newsletter author / メルマガ作成者',
    may: 'settings.role-author-may',
    ours: ['campaign.read', 'campaign.write', 'campaign.submit', 'list.read'],
    onCampaigns: ['create', 'read', 'update'],
  },
  {
    name: 'Newsletter approver / メルマガ承認者',
    may: 'settings.role-approver-may',
    ours: ['campaign.read', 'campaign.approve', 'list.read', 'report.read'],
    onCampaigns: ['read'],
  },
  {
    name: 'Newsletter operator / メルマガ配信担当',
    may: 'settings.role-operator-may',
    ours: [
      ...(['campaign.read', 'campaign.schedule', 'campaign.control', 'report.read'] as const),
      ...(['list.read', 'list.sync', 'subscriber.read'] as const),
    ],
    onCampaigns: ['read'],
  },
];
