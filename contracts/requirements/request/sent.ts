import { accepts, standard } from '../../build.ts';

/** Valid bodies in other bytes or under other headers, which the standards make equal to the usual ones. */
export const sent = [
  accepts(
    'request.json.escapes',
    'sent:escapes',
    'accepts JSON that writes characters as escapes, in names too',
    standard('RFC 8259', '7'),
  ),
  accepts(
    'request.json.white-space',
    'sent:white-space',
    'accepts JSON with blanks, tabs and line ends around its tokens',
    standard('RFC 8259', '2'),
  ),
  accepts(
    'request.json.order',
    'sent:order',
    'accepts the properties of an object in any order',
    standard('RFC 8259', '1'),
  ),
  accepts(
    'request.media.charset',
    'sent:charset',
    'accepts `application/json` with a `charset` parameter, which has no effect on it',
    standard('RFC 8259', '11'),
  ),
  accepts(
    'request.media.case',
    'sent:media-case',
    'accepts the media type of a body in upper case',
    standard('RFC 9110', '8.3.1'),
  ),
  accepts(
    'request.accept.any',
    'sent:accept-any',
    'accepts a client that takes an answer of any media type',
    standard('RFC 9110', '12.5.1'),
    'SHOULD',
  ),
  accepts(
    'auth.header.scheme-case',
    'sent:scheme-case',
    'accepts the scheme Bearer in lower case',
    standard('RFC 9110', '11.1'),
  ),
] as const;
