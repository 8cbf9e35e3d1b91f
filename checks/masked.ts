/** Words that say by themselves that something was taken away. */
const PLAIN = 'redacted|scrubbed|sanitized|sanitised|censored|anonymized|anonymised|obfuscated|pseudonymized';

/** Words that say so only where they stand in brackets or between marks. */
const MARKED = `${PLAIN}|filtered|masked|removed|hidden|omitted|stripped|elided|secret|private|confidential|sensitive|replaced|deleted|blank(?:ed)?`;

/** Longer texts hold whatever they like, as code does: only as a whole would they be a mask. */
const LONGEST = 200;

/** What recorders, sanitisers and their users write over what is nobody's business. */
const MASKS: readonly RegExp[] = [
  // REDACTED, redacted-id, *****, xxxx, ••••
  new RegExp(`^(?:${PLAIN}|filtered|masked)(?:[_:-][\\w-]*)?$`, 'i'),
  /^(?:[*•.#█▇■…-]{3,}|x{3,}|0{6,})$/i,
  // [id redacted], <hidden>, (hidden), {masked}, [… redacted], [redacted: 12 characters]
  new RegExp(
    `[\\[<({*](?:[^\\]>)}*]*[^\\]>)}*\\w])?(?:${MARKED})(?:[^\\]>)}*\\w][^\\]>)}*]*)?[\\]>)}*]`,
    'i',
  ),
  // __SANITIZED__, --removed--, %FILTERED%, $secret$, ##HIDDEN##
  new RegExp(`^([_%$#@~-])\\1?(?:[\\w-]*[_-])?(?:${MARKED})(?:[_-][\\w-]*)?\\1\\1?$`, 'i'),
  // ${NAME}, {{ name }}, <NAME>, #{name}, %{name}, $NAME
  /^(?:[$#%@]?\{\{?[\w .:-]+\}?\}|<%?=? ?[A-Z][A-Z\d_ -]+ ?%?>|\$[A-Z][A-Z\d_]{2,})$/,
  // <string>, <uuid>, [object Object], [Circular]: what generators and programs write where there is no value
  /^(?:<(?:string|number|integer|boolean|long|float|double|any|object|uuid|ur[il]|email|id|name|date(?:-?time)?|[a-z]+[_ -][\w -]+)>|\[(?:object(?: \w+)?|circular(?: \*\d+)?)\])$/i,
  // [date], [action id]
  /^\[[a-z_][\w -]{1,30}\]$/i,
  // The UUID of zeros, or of crosses
  /^(?:0{8}(?:-0{4}){3}-0{12}|x{8}(?:-x{4}){3}-x{12})$/i,
  // abc****def
  /[*•█]{3,}/,
];

/** Whether a text is a mask, or has one in it. */
export const isMasked = (text: string): boolean =>
  text.length <= LONGEST && !text.includes('\n') && MASKS.some((mask) => mask.test(text));
