/** What became of an action that was to be deleted: it was, there was none with this id, or nobody knows. */
export type Fate = 'deleted' | 'absent' | 'left';
