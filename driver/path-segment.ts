/** A text of a target's, such as an id, as a part of a path. Half a character is none, and cannot be sent. */
export const pathSegment = (text: string): string => encodeURIComponent(text.toWellFormed());
