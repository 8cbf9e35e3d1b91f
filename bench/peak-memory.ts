import { writeFileSync } from 'node:fs';
import process from 'node:process';

// Imported before the command line: when that ends, the most memory that it ever held is left in a file, in megabytes.
const file = process.env['BENCH_PEAK_MEMORY'] ?? '';
process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)));
