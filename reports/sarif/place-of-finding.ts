import { catalogue } from '../../contracts/catalogue.ts';
import { childOf } from '../../contracts/pointer.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { placeInSchema, type FilePlace } from '../../contracts/schema-place.ts';
import type { ReportedFinding } from '../../verdicts/report.ts';

const requirements: ReadonlyMap<string, Requirement> = new Map(catalogue.map((each) => [each.id, each]));

/**
 * Where the contract says what a finding breaks: the keyword or the property that the requirement answers for, else the property of the
 * request or of the answer that it is about, else the whole of the request or of the answer.
 */
export function placeOfFinding(id: string, { path }: Pick<ReportedFinding, 'path'>): FilePlace {
  const requirement = requirements.get(id);
  if (requirement?.judgedBy.kind === 'conforms') {
    const { at, keywords, schema } = requirement.judgedBy.place;
    const [keyword = '', ...others] = keywords;
    return { file: schema, at: others.length === 0 ? childOf(at, keyword) : at };
  }
  if (requirement?.exercisedBy.kind === 'fault') {
    return placeInSchema('create-action-request', requirement.exercisedBy.at);
  }
  if (path.startsWith('/')) return placeInSchema(id.startsWith('error.') ? 'error' : 'action', path);
  const [area, property = ''] = id.split('.');
  if (area === 'request') return placeInSchema('create-action-request', `/${property}`);
  return { file: area === 'answer' || area === 'lifecycle' ? 'action' : 'create-action-request', at: '' };
}
