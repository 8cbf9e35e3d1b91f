/** The one status that says that something was deleted. */
export const DELETED = 204;

/** Whether an answer with this status is a success. */
export const succeeded = (status: number): boolean => status >= 200 && status < 300;

/** Whether an answer with this status refuses, as a mistake of the client. A spent rate limit refuses nothing. */
export const refused = (status: number): boolean => status >= 400 && status < 500 && status !== 429;
