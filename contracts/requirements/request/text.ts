import { accepts, openapi } from '../../build.ts';

const TEXT = openapi('CreateActionRequestContent', '/properties');

// The schema bounds no text, which implies that all of it is welcome; nobody recorded how far that goes.
export const text = [
  accepts('request.text.non-ascii', 'text:non-ascii', 'accepts text in any script', TEXT, 'SHOULD'),
  accepts('request.text.emoji', 'text:emoji', 'accepts emoji', TEXT, 'SHOULD'),
  accepts('request.text.combining', 'text:combining', 'accepts combining marks', TEXT, 'SHOULD'),
  accepts('request.text.quotes', 'text:quotes', 'accepts quotation marks', TEXT, 'SHOULD'),
  accepts('request.text.backticks', 'text:backticks', 'accepts backticks', TEXT, 'SHOULD'),
  accepts('request.text.template', 'text:template', 'accepts template placeholders', TEXT, 'SHOULD'),
  accepts('request.text.escapes', 'text:escapes', 'accepts backslashes and escapes', TEXT, 'SHOULD'),
  accepts('request.text.crlf', 'text:crlf', 'accepts code with CRLF line ends', TEXT, 'SHOULD'),
  accepts('request.text.edges', 'text:edges', 'accepts text with blanks at its ends', TEXT, 'SHOULD'),
  accepts('request.text.markup', 'text:markup', 'accepts text that looks like markup', TEXT, 'SHOULD'),
  accepts(
    'request.text.replacement',
    'text:replacement',
    'accepts what has a meaning in the replacement of a pattern',
    TEXT,
    'SHOULD',
  ),
  accepts('request.text.format', 'text:format', 'accepts format specifiers', TEXT, 'SHOULD'),
  accepts('request.text.shell', 'text:shell', 'accepts what has a meaning in a shell', TEXT, 'SHOULD'),
  accepts('request.text.sql', 'text:sql', 'accepts what has a meaning in SQL', TEXT, 'SHOULD'),
  accepts(
    'request.text.invisible',
    'text:invisible',
    'accepts characters that take no place or turn the direction of text',
    TEXT,
    'SHOULD',
  ),
  accepts('request.text.long', 'text:long', 'accepts code of 65,536 characters', TEXT, 'SHOULD'),
  accepts('request.text.literal-null', 'text:literal-null', 'accepts code that is `null`', TEXT, 'SHOULD'),
  accepts(
    'request.text.literal-number',
    'text:literal-number',
    'accepts code that is a number',
    TEXT,
    'SHOULD',
  ),
  accepts(
    'request.text.literal-boolean',
    'text:literal-boolean',
    'accepts code that is `false`',
    TEXT,
    'SHOULD',
  ),
  accepts(
    'request.text.literal-object',
    'text:literal-object',
    'accepts code that is an empty object',
    TEXT,
    'SHOULD',
  ),
  accepts(
    'request.text.literal-string',
    'text:literal-string',
    'accepts code that is a string literal',
    TEXT,
    'SHOULD',
  ),
] as const;
