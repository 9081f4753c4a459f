import { useUser } from 'tertib/screens';

/** What the reader may do to comments on tables, and to their threads. */
export interface CommentPowers {
  readonly mayComment: boolean;
  readonly mayAnswer: boolean;
  readonly maySettle: boolean;
  readonly mayShare: boolean;
}

export function useCommentPowers(): CommentPowers {
  const { can } = useUser();
  return { mayComment: can('satu-data.comment-table'), mayAnswer: can('satu-data.answer-comment'), maySettle: can('satu-data.settle-comment'), mayShare: can('satu-data.share-comment') };
}

/** Whoever answers and does not settle is asked: to him threads speak in the second person. */
export const isProducer = ({ mayAnswer, maySettle }: CommentPowers): boolean => mayAnswer && !maySettle;
