/** How a reason begins that says that a target does not have an operation, or a part of the API, at all. */
export const NOT_OFFERED = 'not offered: ';
