import type { WriterComponent, WriterProp } from './component.ts';

const word = (words: string): WriterProp => ({ kind: 'flag', words });
const period = (words: string): WriterProp => ({ kind: 'period', words });
const text = (words: string): WriterProp => ({ kind: 'text', words });

export const claim: WriterComponent = {
  name: 'Claim',
  words:
    'A sentence that is published only as long as the data support it. Say in plain words what it claims; when the data ' +
    'no longer do, the build stops, shows what they say now and suggests a wording.',
  props: {
    metric: { kind: 'metric', words: 'which figure the sentence is about: its id, name or label', required: true },
    rose: word('it claims a rise from one period to another'),
    fell: word('it claims a fall from one period to another'),
    same: word('it claims that the figure is about the same: over time, or as another group'),
    above: text('it claims more than a number, than “target” or than another group: `above="Help desk"`'),
    below: text('it claims less than a number, than “target” or than another group'),
    highest: word('with since: the highest since a period; with of: the highest of all groups'),
    lowest: word('with since: the lowest since a period; with of: the lowest of all groups'),
    largest: word('the same as highest'),
    smallest: word('the same as lowest'),
    more: word('with than: more than a share, such as half or 80%'),
    less: word('with than: less than a share'),
    from: period('of rose, fell and same: the earlier period; the one before “to” when left out'),
    to: period('of rose, fell and same: the later period; the last complete one when left out'),
    since: period('of highest and lowest: the period since which there was none like it'),
    of: text('of highest and lowest: the dimension whose groups are compared, such as department'),
    than: text('of more and less: a share, such as half, two thirds, 8 in 10 or 80%'),
    as: text('of same: another group, a number or “target”'),
    period: period('of all others: for which period; the last complete one when left out'),
    is: word('may be written so that the claim reads well'),
    about: word('likewise: about the same'),
    the: word('likewise'),
    a: word('likewise'),
  },
  filters: true,
  content: 'text',
  example: '<Claim metric="csat" more than="half">Most answers after a contact are satisfied ones.</Claim>',
};
