import type { ReportedExchange } from '../verdicts/report.ts';

/** Where an exchange was recorded: `actions.har, entry 3`. */
export const recordedWords = ({ file, entry }: NonNullable<ReportedExchange['recorded']>): string =>
  `${file}, entry ${entry}`;
