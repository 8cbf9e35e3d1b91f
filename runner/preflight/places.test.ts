import { describe, expect, it } from 'vitest';

import type { Exchange } from '../../driver/exchange.ts';
import { actionsHeld, placesWords } from './places.ts';

const listing = (body: object): Exchange => ({
  id: 'x1',
  case: 'set-up',
  kind: 'read',
  about: { operation: 'list', credentials: 'valid', choices: [] },
  request: { method: 'GET', url: 'https://a.example/api/v2/actions/actions', headers: {} },
  answer: { status: 200, headers: {}, text: JSON.stringify(body), utf8: true },
});

describe('places for actions', () => {
  it.each([
    [{ actions: [{}], total: 3 }, '97 of 100 places for actions are free'],
    [{ actions: [] }, '100 of 100 places for actions are free'],
    [{ actions: [], total: 0 }, '100 of 100 places for actions are free'],
    [{ actions: [{}], total: 120 }, 'it holds 120 actions: where it may hold no more, a run creates none'],
    [{ actions: [{}] }, 'it does not say how many actions it holds'],
    [{ actions: [{}], total: -46_293_089.935_889_99 }, 'it does not say how many actions it holds'],
    [{ actions: [], total: -20 }, 'it does not say how many actions it holds'],
    [{ actions: [{}], total: 0 }, 'it does not say how many actions it holds'],
    [{ actions: [{}], total: 4.5 }, 'it does not say how many actions it holds'],
    [{ actions: [{}], total: 9e12 }, 'it does not say how many actions it holds'],
    [{ actions: [{}], total: '3' }, 'it does not say how many actions it holds'],
    [{ message: 'no' }, 'it does not say how many actions it holds'],
  ])('are told by what a list says: %j', (body, words) => {
    expect(placesWords(actionsHeld(listing(body)))).toBe(words);
  });
});
