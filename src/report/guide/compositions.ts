/**
 * Examples of each component, made of what the report has.
 */
import { GLOSSARY } from '../../commentary/glossary.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { Records } from '../named-records.ts';
import type { GuidePart } from '../types/guide.ts';
import { midSentence } from '../wording/headline.ts';
import { tag } from './parts.ts';
import type { Subject } from './subjects.ts';

/** An example before it is known whether the report can show it. */
export interface Composition {
  readonly component: string;
  readonly title: string;
  readonly parts: readonly GuidePart[];
  /** Why nothing of it is published, where that is what it shows. */
  readonly absence?: string;
}

/** Who sees to what in the examples. */
const SOMEBODY = 'Ann Lee';

/** Examples in which nothing is claimed. */
export function compositions(
  context: ReportContext,
  { actions, quotes }: Records,
  subjects: readonly Subject[],
): readonly Composition[] {
  const [subject] = subjects;
  const year = new Date(context.cutoff).getUTCFullYear() + 1;
  const [event] = context.config.events;
  const [action] = actions;
  const [theme] = quotes.shown.themes;
  const [term] = GLOSSARY.filter(({ id }) => id === 'margin' || id === 'confidence-interval');
  return [
    ...(subject === undefined ? [] : [...figures(subject), ...comparisons(subjects), ...charts(subject)]),
    ...conditions(context, subject),
    ...(term === undefined
      ? []
      : [
          {
            component: 'Term',
            title: 'In its own words',
            parts: ['Each has a ', tag('Term', {}, midSentence(term.term)), '.'],
          },
          {
            component: 'Term',
            title: 'In words of the sentence',
            parts: ['Each comes with ', tag('Term', { name: term.term }, 'how far it may be off'), '.'],
          },
        ]),
    ...(event === undefined
      ? []
      : [
          {
            component: 'Event',
            title: 'By its words',
            parts: ['Marked in the charts: ', tag('Event', { name: event.label, date: event.date }), '.'],
          },
        ]),
    ...(theme === undefined
      ? []
      : [{ component: 'Quote', title: 'Of a theme', parts: [tag('Quote', { theme: theme.theme })] }]),
    {
      component: 'Note',
      title: '',
      parts: [tag('Note', {}, 'The text message with our question goes out an hour after the call.')],
    },
    { component: 'Unknown', title: '', parts: [tag('Unknown', {}, 'How those feel who never answer.')] },
    {
      component: 'SoWhat',
      title: 'With owner and date',
      parts: [tag('SoWhat', { owner: SOMEBODY, by: String(year) }, 'Call back everybody who had to write twice.')],
    },
    ...(action === undefined
      ? []
      : [
          {
            component: 'SoWhat',
            title: 'An action of the file',
            parts: [tag('SoWhat', { action: action.action }, 'Keep to it until the next edition, and look again.')],
          },
        ]),
    {
      component: 'Unchecked',
      title: '',
      parts: [
        tag(
          'Unchecked',
          { rule: 'superlative', reason: 'told by the team, counted nowhere' },
          'It was the busiest morning that anybody remembers.',
        ),
      ],
    },
  ];
}

function figures({ card, latest, dimensions }: Subject): Composition[] {
  const metric = card.id;
  const [by] = dimensions;
  const group = by?.groups[0];
  return [
    {
      component: 'Value',
      title: 'Of the last complete period',
      parts: [`${card.label} is `, tag('Value', { metric }), '.'],
    },
    ...(by === undefined || group === undefined
      ? []
      : [
          {
            component: 'Value',
            title: 'Of one group',
            parts: [`For ${group} it is `, tag('Value', { metric, [by.dimension]: group }), '.'],
          },
        ]),
    ...(latest.period.grain === 'all'
      ? []
      : [
          {
            component: 'Value',
            title: 'Of everything that the data cover',
            parts: ['Over all the time that we have data of: ', tag('Value', { metric, period: 'all' }), '.'],
          },
        ]),
    {
      component: 'Change',
      title: 'Beside the period before',
      parts: ['Beside the period before: ', tag('Change', { metric }), '.'],
    },
    {
      component: 'Change',
      title: 'Beside a year earlier',
      parts: ['Beside a year earlier: ', tag('Change', { metric, against: 'year-earlier' }), '.'],
    },
  ];
}

function comparisons(subjects: readonly Subject[]): Composition[] {
  const grouped = subjects.find(({ dimensions }) => dimensions.length > 0);
  const by = grouped?.dimensions[0];
  const [first] = subjects;
  const other = subjects.find(({ card }) => card.lens !== first?.card.lens);
  return [
    ...(grouped === undefined || by === undefined
      ? []
      : [
          {
            component: 'Compare',
            title: 'Two groups',
            parts: [
              'Side by side, ',
              tag('Compare', {
                metric: grouped.card.id,
                [by.dimension]: by.groups[0] as string,
                with: by.groups.at(-1) as string,
              }),
              '.',
            ],
          },
        ]),
    ...(first === undefined || other === undefined
      ? []
      : (['year-earlier', 'previous'] as const).map((against) => ({
          component: 'Compare',
          title: 'Two panels',
          parts: [
            against === 'previous' ? 'Beside the period before, ' : 'Beside a year earlier, ',
            tag('Compare', { metric: first.card.id, with: other.card.id, against }),
            '.',
          ],
        }))),
  ];
}

function charts({ card: { id: metric }, dimensions }: Subject): Composition[] {
  return [
    { component: 'Figure', title: 'Over time', parts: [tag('Figure', { metric })] },
    ...dimensions.map(({ dimension }) => ({
      component: 'Figure',
      title: 'Groups side by side',
      parts: [tag('Figure', { metric, dimension })],
    })),
  ];
}

function conditions(context: ReportContext, subject: Subject | undefined): Composition[] {
  const missing = [...context.metrics.values()].find(({ id }) => context.cards.get(id)?.available === false);
  return [
    ...(subject === undefined
      ? []
      : [
          {
            component: 'IfData',
            title: 'A figure that is there',
            parts: [
              tag(
                'IfData',
                { metric: subject.card.id },
                `${subject.card.label}: `,
                tag('Value', { metric: subject.card.id }),
                '.',
              ),
            ],
          },
        ]),
    ...(missing === undefined
      ? []
      : [
          {
            component: 'IfData',
            title: 'A figure that is not',
            parts: [
              tag('IfData', { metric: missing.id }, `${missing.label}: `, tag('Value', { metric: missing.id }), '.'),
            ],
            absence: `Nothing of it is published: ${midSentence(cardOf(context, missing.id).name)} is not in these data.`,
          },
        ]),
  ];
}
