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
  accepts('request.text.long', 'text:long', 'accepts code of 65,536 characters', TEXT, 'SHOULD'),
] as const;
