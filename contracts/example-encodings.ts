const bytes = (text: string): Buffer => Buffer.from(text);
const base64 = (text: string): string => bytes(text).toString('base64');
const hex = (text: string): string => bytes(text).toString('hex');

const percent = (text: string): string => hex(text).replaceAll(/../g, '%$&');

const unicode = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
    .map((code) => String.raw`\u${code}`)
    .join('');

/** Encodings in which a hostile target says a secret again, by their names. */
export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'in upper case': (secret) => secret.toUpperCase(),
  'in lower case': (secret) => secret.toLowerCase(),
  'in JSON': (secret) => JSON.stringify(secret).slice(1, -1),
  'in JSON within JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'with every character escaped': unicode,
  'in a URL': encodeURIComponent,
  'in a form': (secret) => new URLSearchParams([['a', secret]]).toString(),
  'with every byte in percent': percent,
  'in percent twice': (secret) => percent(percent(secret)),
  'in HTML': (secret) => secret.replaceAll(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`),
  'in hexadecimal': hex,
  'in hexadecimal with capitals': (secret) => hex(secret).toUpperCase(),
  'in base64': base64,
  'in base64 without padding': (secret) => base64(secret).replace(/=+$/, ''),
  'in base64 for URLs': (secret) => bytes(secret).toString('base64url'),
  'in base64 of base64': (secret) => base64(base64(secret)),
  'in base64, in a URL': (secret) => percent(base64(secret)),
  'in base64 after one byte': (secret) => base64(`a${secret}z`),
  'in base64 after two bytes': (secret) => base64(`ab${secret}zz`),
  'in base64 after other letters': (secret) => `abc${base64(secret)}`,
};
